"""By which headings are companies known, and how is said what a company is to us?"""

from alongside.sources.columns.shared import COMPANY
from alongside.sources.columns.table import Table, spelt, words_of
from alongside.vocabulary import AccountStanding

ACCOUNTS = Table(
    name="accounts",
    file_words=spelt(
        en="account, compan, customer, client, organi",
        de="firm, kund, unternehm, partner",
        fr="compte, société, entrepris",
        es="cuenta, empresa",
    ),
    headings={
        "name": (*spelt(en="name", de="Name", fr="nom", es="nombre"), *COMPANY),
        "domain": spelt(
            en="domain, website, web, company domain, company domain name, url, homepage, web address, website url, "
            "domain name, domain name / link url",
            de="Domain, Domäne, Webseite, Website, Internetseite, Internetadresse, Homepage, Internet",
            fr="domaine, site web, site internet, site, nom de domaine, adresse web",
            es="dominio, sitio web, página web, web, nombre de dominio",
        ),
        "industry": spelt(
            en="industry, sector, branch, trade, line of business",
            de="Branche, Industrie, Wirtschaftszweig, Sektor",
            fr="industrie, secteur, secteur d'activité, branche, activité",
            es="industria, sector, ramo, actividad, sector de actividad",
        ),
        "public_body": spelt(
            en="public body, public, is public body, public sector, government, is public",
            de="öffentlich, öffentliche Hand, öffentlicher Auftraggeber, Behörde",
            fr="public, organisme public, secteur public, collectivité",
            es="público, organismo público, sector público, administración pública",
        ),
        "parent": spelt(
            en="parent, parent account, parent company, group, parent name, holding, belongs to, parent account name",
            de="Muttergesellschaft, Mutterfirma, Muttergesellschaftsname, Konzern, übergeordnete Firma, gehört zu, Hauptfirma",
            fr="société mère, maison mère, compte parent, groupe, entreprise mère",
            es="empresa matriz, matriz, cuenta principal, grupo, sociedad matriz, empresa principal",
        ),
        "city": spelt(
            en="city, town, billing city, location, place, billing address city, address / city",
            de="Stadt, Ort, Sitz, Standort, Rechnungsort, Rechnungsadresse Ort",
            fr="ville, localité, commune, ville de facturation",
            es="ciudad, población, localidad, municipio, ciudad de facturación",
        ),
        "since": spelt(
            en="since, customer since, client since, account since, start date, became a customer on, became a customer date",
            de="seit, Kunde seit, Kundin seit, Startdatum",
            fr="depuis, client depuis, date de début",
            es="desde, cliente desde, fecha de alta, fecha de inicio",
        ),
        "standing": spelt(
            en="standing, account status, account type, lifecycle stage, relationship, customer type",
            de="Stand, Kundenstatus, Kundentyp, Firmentyp, Kontotyp, Lifecycle-Phase, Beziehung",
            fr="statut du client, type de compte, type de client, phase du cycle de vie, relation",
            es="tipo de cuenta, tipo de cliente, estado del cliente, etapa del ciclo de vida, relación",
        ),
        "owner_since": spelt(
            en="owner since, owned since, account owner since, mine since, tenure start, taken over on, owner assigned date",
            de="zuständig seit, betreut seit, übernommen am, verantwortlich seit",
            fr="suivi depuis, repris le, responsable depuis",
            es="responsable desde, a mi cargo desde, asumido el",
        ),
    },
    needs=(("name", "domain"),),
    dates=frozenset({"since", "owner_since"}),
    yes_no=frozenset({"public_body"}),
    loose=frozenset({"standing"}),
    words={
        "standing": words_of(
            AccountStanding,
            customer=spelt(
                en="client, active, active customer, existing customer, key account, customer - direct, customer - channel, "
                "evangelist, won",
                de="Kunde, Kundin, aktiv, Bestandskunde, Stammkunde, aktiver Kunde, Schlüsselkunde, Großkunde",
                fr="client, cliente, actif, client actif, client existant, grand compte",
                es="cliente, activo, cliente activo, cliente actual, gran cuenta",
            ),
            prospect=spelt(
                en="lead, potential, opportunity, target, potential customer, subscriber, marketing qualified lead, "
                "sales qualified lead, prospective customer",
                de="Interessent, Interessentin, potenzieller Kunde, Zielkunde, Abonnent, potentieller Kunde",
                fr="prospect, client potentiel, piste, cible, abonné, suspect, opportunité",
                es="prospecto, cliente potencial, potencial, posible cliente, candidato, suscriptor, oportunidad",
            ),
            not_a_customer=spelt(
                en="supplier, competitor, partner company, other, none, not a customer, no customer, former customer, vendor, "
                "partner, reseller, investor, press, analyst, integrator, channel partner / reseller, installation partner, "
                "technology partner, lost",
                de="Lieferant, Wettbewerber, Konkurrent, Partner, Wiederverkäufer, Sonstige, Sonstiges, keiner, kein Kunde, "
                "ehemaliger Kunde, Investor, Presse, Händler",
                fr="fournisseur, concurrent, partenaire, revendeur, autre, aucun, ancien client, investisseur, presse",
                es="proveedor, competidor, socio, revendedor, otro, ninguno, antiguo cliente, inversor, prensa, excliente",
            ),
            unsorted=spelt(
                en="unknown, new", de="unbekannt, neu", fr="inconnu, nouveau", es="desconocido, nuevo, sin clasificar"
            ),
        )
    },
)
