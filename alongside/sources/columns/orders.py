"""By which headings are orders and invoices known, and which rows of such a table are no orders?"""

from alongside.sources.columns.shared import CATEGORY, COMPANY, CURRENCY, DATE, PERSON, VALUE
from alongside.sources.columns.table import Table, spelt

ORDERS = Table(
    name="orders",
    file_words=spelt(
        en="order, sales, invoice, retail",
        de="bestell, auftrag, auftraeg, rechnung, umsatz",
        fr="commande, facture, vente",
        es="pedido, factura, venta",
    ),
    headings={
        "number": spelt(
            en="number, order number, order no, order id, order, invoice, invoice no, invoice number, po, order reference, "
            "sales order, sales order number, order name",
            de="Nummer, Nr, Bestellnummer, Bestellnr, Auftragsnummer, Auftragsnr, Auftrag, Rechnungsnummer, Rechnungsnr, "
            "Belegnummer, Beleg, Auftragsreferenz, Bestellreferenz, Verkaufsbeleg",
            fr="numéro, n°, numéro de commande, n° de commande, n° commande, commande, numéro de facture, n° facture, facture, "
            "référence de commande, référence commande",
            es="número, nº, número de pedido, nº de pedido, nº pedido, pedido, número de factura, nº factura, factura, "
            "referencia del pedido, referencia de pedido",
        ),
        "account": COMPANY,
        "customer_id": spelt(
            en="customer id, customer no, customer number, account id, client id, account number",
            de="Kundennummer, Kundennr, Kunden-ID, Debitorennummer, Kontonummer",
            fr="numéro de client, n° client, code client, numéro client",
            es="número de cliente, nº cliente, código de cliente, id de cliente",
        ),
        "ordered_on": (
            *spelt(
                en="ordered on, order date, date of order, invoice date, ordered, purchase date, order start date, "
                "effective date, date ordered",
                de="Bestelldatum, Auftragsdatum, Rechnungsdatum, Belegdatum, bestellt am, Kaufdatum, Auftrag vom, Bestellt",
                fr="date de commande, date de la commande, date de facture, date de facturation, commandé le, date d'achat",
                es="fecha de pedido, fecha del pedido, fecha de factura, fecha de la factura, pedido el, fecha de compra",
            ),
            *DATE,
        ),
        "product": spelt(
            en="product, product name, item, item name, description, article, material, item description",
            de="Produkt, Artikel, Artikelbezeichnung, Produktname, Bezeichnung, Ware, Material, Beschreibung, Artikelname, "
            "Produktbezeichnung, Materialbezeichnung, Materialkurztext",
            fr="produit, article, désignation, nom du produit, libellé, description, marchandise, désignation article",
            es="producto, artículo, nombre del producto, descripción, material, denominación, descripción del artículo",
        ),
        "product_code": spelt(
            en="product code, stock code, sku, item code, article number, material number, item no",
            de="Artikelnummer, Artikelnr, Produktnummer, Materialnummer, Produktcode, Art.-Nr.",
            fr="référence, code article, code produit, référence produit, référence article, réf",
            es="código de producto, código del producto, referencia, código de artículo, código del artículo, ref",
        ),
        "category": CATEGORY,
        "quantity": spelt(
            en="quantity, qty, units, ordered quantity, volume, tonnes, tons, pieces",
            de="Menge, Anzahl, Stückzahl, bestellte Menge, Auftragsmenge, Bestellmenge, Tonnen, Stück",
            fr="quantité, qté, quantité commandée, nombre, tonnes, pièces",
            es="cantidad, cant, cantidad pedida, unidades, toneladas, piezas",
        ),
        "unit": spelt(
            en="unit, uom, unit of measure, quantity unit",
            de="Einheit, ME, Mengeneinheit, Maßeinheit",
            fr="unité, unité de mesure, um",
            es="unidad, unidad de medida, um",
        ),
        "unit_price": spelt(
            en="unit price, price, price per unit, price per tonne, net price",
            de="Einzelpreis, Preis, Stückpreis, Preis je Einheit, Preis pro Einheit, Nettopreis, Preis je Tonne",
            fr="prix unitaire, prix, prix unitaire HT, PU, PU HT, prix net",
            es="precio unitario, precio, precio por unidad, precio neto",
        ),
        "value": (
            *VALUE,
            *spelt(
                en="order value, order amount, line amount, line value, subtotal",
                de="Bestellwert, Rechnungsbetrag, Positionswert, Zeilenbetrag, Positionsbetrag, Zwischensumme",
                fr="montant de la commande, montant ligne, sous-total, montant de la ligne",
                es="importe del pedido, importe de línea, subtotal, importe de la línea",
            ),
        ),
        "currency": CURRENCY,
        "contact": (
            *PERSON,
            *spelt(
                en="ordered by, contact email", de="bestellt von, bestellt durch", fr="commandé par", es="pedido por"
            ),
        ),
        "country": spelt(
            en="country, ship to country, country name",
            de="Land, Lieferland, Bestimmungsland",
            fr="pays, pays de livraison",
            es="país, país de entrega, país de envío",
        ),
        "cancelled": spelt(
            en="cancelled, canceled, is cancelled, cancellation",
            de="storniert, Storno, annulliert",
            fr="annulé, annulée, annulation",
            es="cancelado, cancelada, anulado, anulada",
        ),
    },
    needs=(("ordered_on",), ("account", "customer_id")),
    dates=frozenset({"ordered_on"}),
    numbers=frozenset({"quantity", "unit_price", "value"}),
    yes_no=frozenset({"cancelled"}),
    people=frozenset({"contact"}),
    states=spelt(
        en="status, state, order status",
        de="Status, Auftragsstatus, Bestellstatus",
        fr="statut, état, statut de la commande",
        es="estado, estado del pedido",
    ),
    not_yet=frozenset(
        spelt(
            en="quotation, quotation sent, quote, draft",
            de="Angebot, Angebot gesendet, Angebot versendet, Entwurf",
            fr="devis, devis envoyé, brouillon",
            es="presupuesto, presupuesto enviado, cotización, borrador",
        )
    ),
    not_yet_is="is no order yet",
    undone=frozenset(
        spelt(
            en="cancelled, canceled, cancel, voided",
            de="storniert, abgebrochen, annulliert",
            fr="annulé, annulée",
            es="cancelado, cancelada, anulado",
        )
    ),
)
