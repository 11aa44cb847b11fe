"""How much of anything the readers take: the limits that keep a hostile or broken file from stopping the rest.

Everything that comes in is untrusted. What lies above a limit is refused with a sentence, or cut where the name says
"used" or "kept". Raising one costs memory and time, nothing else.
"""

MESSAGE_BYTES_MAX = 25 * 1024 * 1024
"""Largest mail that is read. Unit: bytes, unpacked. Source: the limit of the big mail providers (25 MB)."""

ITEM_CPU_SECONDS_MAX = 4.0
"""Time that one item may take. Unit: seconds of the processor, held by the system. Source: an item of real archives takes
0.1 ms, the worst of 326 hostile files below 1 s; 5 s is what nobody should have to wait for one file."""

FILE_CPU_SECONDS_MAX = 20.0
"""Time from one sign of life to the next while a file is looked at as a whole. Unit: seconds of the processor.
Source: the largest workbook that is read is opened in about five."""

SILENT_SECONDS_MAX = 40.0
"""How long a reader is waited for that gives no sign of life and uses no processor. Unit: seconds of the clock."""

READER_MEMORY_BYTES_MAX = 300_000_000
"""Memory that the program which reads files may take, itself included. Unit: bytes; held by the system on Linux."""

PARTS_MAX = 1000
"""Most MIME parts of a mail. Unit: parts. Source: 20,000 parts took the standard library 2.8 s."""

DEPTH_MAX = 50
"""Deepest nesting of MIME parts. Unit: levels. Source: safety review; real forwards stay below ten."""

HEADERS_MAX = 1000
"""Most header fields of a mail. Unit: fields."""

HEADER_VALUE_KEPT = 256 * 1024
"""How much of one header field is looked at (room for about 5,000 recipients). Unit: characters."""

REFERENCES_USED = 200
"""How many of the References of a mail are kept: the last ones, nearest to its parent. Unit: ids."""

ID_CHARS_MAX = 250
"""Longest Message-ID kept as it is; a longer one keeps its beginning and a digest. Unit: characters."""

SUBJECT_CHARS_KEPT = 1000
"""How much of a subject is kept. Unit: characters. Source: a header line has at most 998 (RFC 5322)."""

NAME_CHARS_KEPT = 200
"""How much of a person's or place's name is kept. Unit: characters."""

ADDRESS_CHARS_MAX = 254
"""Longest mail address. Unit: characters. Source: RFC 5321 with its errata."""

HTML_BYTES_MAX = 2 * 1024 * 1024
"""Largest HTML of a mail, pictures inside it (data: addresses) not counted. Unit: bytes."""

HTML_DEPTH_MAX = 200
"""Deepest nesting of HTML. Unit: open elements. Source: 200 KB of nested <div> took a cleaner 13.7 s."""

TEXT_CHARS_KEPT = 2 * 1024 * 1024
"""How much of a body text is kept. Unit: characters."""

UNPACKED_BYTES_MAX = 1024 * 1024 * 1024
"""Where a packed file is given up inside one mail. Unit: bytes. Source: gzip packs zeros about 1,000 to 1."""

NESTED_BYTES_MAX = 200 * 1024 * 1024
"""Size of a mail times the mails inside it that the fast parser may be given. Unit: bytes.
Source: it copies each level; a 7 MB mail nested 250 deep took 2.5 GB."""

ENCODED_WORDS_MAX = 5000
"""Most "=?" in a mail that the fast parser may be given. Unit: occurrences.
Source: its time grows with their square; 100,000 took 6.8 s."""

BOUNDARIES_MAX = 5000
"""Most lines beginning with "--" of a mail that the standard library may be given. Unit: lines."""

CALENDAR_BYTES_MAX = 25 * 1024 * 1024
"""Largest calendar or card file. Unit: bytes."""

OCCURRENCES_MAX = 1000
"""Most meetings made from one recurring entry. Unit: meetings. Source: safety review."""

OCCURRENCE_YEARS = 2
"""How far past the last stated start of a file its recurring entries are followed. Unit: years."""

EVENTS_MAX = 200_000
"""Most meetings of one calendar file. Unit: meetings."""

EXPANSION_SECONDS_MAX = 10.0
"""Time one calendar file may use for recurring entries. Unit: seconds of CPU. Beyond it only first meetings are taken."""

ATTENDEES_MAX = 500
"""Most attendees kept of one meeting. Unit: people."""

CARD_VALUES_MAX = 100
"""Most addresses or phones kept of one card. Unit: values."""

NOTE_CHARS_KEPT = 100_000
"""How much of a description or note is kept. Unit: characters."""

ROWS_MAX = 1_000_000
"""Most rows of one table file. Unit: rows. Source: ten months of one wholesaler are 370,931."""

COLUMNS_MAX = 500
"""Most columns of a table file. Unit: columns."""

CELL_BYTES_MAX = 1024 * 1024
"""Largest cell of a table. Unit: characters."""

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to tell what it is. Unit: bytes."""
