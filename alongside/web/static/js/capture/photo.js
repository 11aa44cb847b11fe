// A photograph becomes small enough to travel: drawn anew as a JPEG, which leaves behind where and with what it was taken.

export const MOST = 6;
const EDGE = 2000; // pixels of the longer side: a page of small print can still be read
const QUALITY = 0.82;
const LARGEST_MB = 80; // of what is given here; a larger one would not fit into the memory of many telephones

// Why something cannot be, in a sentence for the page.
export class Said extends Error {}

export async function pictureOf(file) {
  const size = Math.round(file.size / 1024 ** 2);
  if (size > LARGEST_MB) throw new Said(`A photograph of ${size} MB is too large for this device; up to ${LARGEST_MB} MB are made smaller here. Take it again in a smaller size.`);
  const drawn = await draw(file);
  const blob = await new Promise((done) => drawn.toBlob(done, "image/jpeg", QUALITY));
  if (!blob) throw new Said("This photograph could not be made smaller here. Take it again in a smaller size; your words are kept.");
  return blob.arrayBuffer();
}

async function draw(file) {
  let picture;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    throw new Said(`${file.name || "This file"} cannot be read as a picture here. Take the photograph as JPEG, or a picture of the screen.`);
  }
  const scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return canvas;
}

// A small drawing of a kept photograph, for the page.
export async function thumbnail(bytes, edge = 72) {
  const picture = await createImageBitmap(new Blob([bytes], { type: "image/jpeg" }));
  const canvas = document.createElement("canvas");
  const scale = (edge * devicePixelRatio) / Math.min(picture.width, picture.height);
  canvas.width = canvas.height = Math.round(edge * devicePixelRatio);
  const [width, height] = [picture.width * scale, picture.height * scale];
  canvas.getContext("2d").drawImage(picture, (canvas.width - width) / 2, (canvas.height - height) / 2, width, height);
  picture.close();
  return canvas;
}
