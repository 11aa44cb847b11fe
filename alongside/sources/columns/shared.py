"""Which headings do tables of several kinds have: the company, the person, the amount, the day?"""

from alongside.sources.columns.table import spelt

COMPANY = spelt(
    en="account, account name, company, company name, customer, customer name, client, client name, organisation, "
    "organization, organisation name, organization name, organization 1 - name, firm, buyer, associated company, "
    "primary company, primary associated company, sold to, sold to party, company / account",
    de="Firma, Firmenname, Unternehmen, Unternehmensname, Kunde, Kundenname, Auftraggeber, Besteller, Konto, Kontoname, "
    "Organisation, Accountname, Geschäftspartner, Debitor, Debitorname",
    fr="compte, nom du compte, société, nom de la société, raison sociale, entreprise, nom de l'entreprise, client, "
    "nom du client, organisme, donneur d'ordre",
    es="cuenta, nombre de la cuenta, empresa, nombre de la empresa, compañía, razón social, cliente, nombre del cliente, "
    "sociedad, organización",
)

CURRENCY = spelt(
    en="currency, currency code, amount currency, deal currency, curr, amount / currency, order currency",
    de="Währung, Währungscode, Währungskennzeichen, Whg, Währungsbetrag",
    fr="devise, code devise, monnaie",
    es="moneda, divisa, código de moneda, monto de la moneda",
)

VALUE = spelt(
    en="value, amount, total, total amount, total value, net value, net amount, line total, revenue, grand total, "
    "total price, net total",
    de="Wert, Betrag, Summe, Gesamt, Gesamtbetrag, Gesamtwert, Nettobetrag, Nettowert, Netto, Umsatz, Auftragswert, "
    "Gesamtpreis",
    fr="valeur, montant, total, montant total, montant HT, total HT, montant net, chiffre d'affaires, prix total",
    es="valor, importe, monto, total, importe total, monto total, importe neto, base imponible, ingresos, precio total",
)

CATEGORY = spelt(
    en="category, product category, product group, product family, product line, segment",
    de="Kategorie, Produktkategorie, Produktgruppe, Warengruppe, Artikelgruppe, Produktlinie, Produktfamilie",
    fr="catégorie, catégorie de produit, famille, famille de produits, gamme, ligne de produits",
    es="categoría, categoría de producto, familia, familia de productos, línea de productos, grupo de productos",
)

PERSON = spelt(
    en="person, contact, contact name, contact person, who, stakeholder, associated contact",
    de="Kontakt, Kontaktperson, Ansprechpartner, Ansprechpartnerin, Kontaktname, Person, Gesprächspartner",
    fr="contact, nom du contact, personne, interlocuteur, personne de contact",
    es="contacto, nombre del contacto, persona, persona de contacto, interlocutor",
)

DATE = spelt(en="date, on, day", de="Datum, Tag, am", fr="date, jour, le", es="fecha, día")

COMMON = frozenset(
    spelt(
        en="name, title, text, description, note, notes, comment, comments, status, type, kind, source, where, what, city, "
        "location, country, price, number, address, first, last, subject, since, outcome, result, from, about, group, label, "
        "url, web, place, units, function, job, open, public, order, role, reviewed, order number, order no, order id, item, "
        "volume, decision, heard, start date, priority, importance, start, owner, created by, body, id",
        de="Name, Titel, Bezeichnung, Text, Beschreibung, Notiz, Notizen, Bemerkung, Kommentar, Status, Typ, Art, Quelle, Was, "
        "Ort, Land, Preis, Nummer, Nr, Adresse, Betreff, Seit, Ergebnis, Von, Über, Gruppe, Funktion, Position, "
        "Rolle, Bestellnummer, Auftragsnummer, Priorität, Wichtigkeit, Startdatum, Inhalt",
        fr="nom, titre, libellé, texte, description, note, notes, remarque, commentaire, commentaires, statut, type, genre, "
        "source, quoi, ville, pays, prix, numéro, adresse, objet, sujet, depuis, résultat, de, groupe, fonction, "
        "rôle, numéro de commande, priorité, importance, date de début, contenu, article",
        es="nombre, título, etiqueta, texto, descripción, nota, notas, comentario, comentarios, observaciones, estado, tipo, "
        "clase, fuente, qué, ciudad, país, precio, número, dirección, asunto, tema, desde, resultado, de, grupo, "
        "función, cargo, rol, número de pedido, prioridad, importancia, fecha de inicio, contenido, artículo",
    )
)
"""Headings of every day that stand in tables of every kind; alone they tell nothing."""
