"""Which address shows which page? One view file a page; the rail, the keys and the templates use the names."""

from django.conf import settings
from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from alongside.web.views import (
    account,
    accounts,
    awards,
    book,
    brief,
    doubts,
    erase,
    exchanges,
    handover,
    help_pages,
    identity,
    import_look,
    import_report,
    imports,
    interaction,
    matters,
    notes,
    people,
    person,
    plan,
    quarantine,
    requests,
    search,
    sign_in,
    tenure,
    today,
    tokens,
    welcome,
    why,
)
from alongside.web.views import request as request_file
from alongside.web.views import settings as settings_page


class PersonOrAccount(StringConverter):
    """Of whom a page asks who that is."""

    regex = "person|account"


register_converter(PersonOrAccount, "person-or-account")

urlpatterns: list[URLPattern] = [
    path("", today.today, name="today"),
    path("today/<int:item_id>/decide", today.decide, name="today-decide"),
    path("today/<int:item_id>/dismiss", today.dismiss, name="today-dismiss"),
    path("today/<int:item_id>/draft", today.draft, name="today-draft"),
    path("today/<int:item_id>/draft.eml", today.draft_file, name="today-draft-file"),
    path("today/decisions/<int:decision_id>/undo", today.undo, name="today-undo"),
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/<int:account_id>/", account.account, name="account"),
    path("accounts/<int:account_id>/timeline", account.timeline, name="account-timeline"),
    path("accounts/<int:account_id>/handover", handover.handover, name="handover"),
    path("accounts/<int:account_id>/tenure", tenure.tenure, name="tenure"),
    path("accounts/<int:account_id>/tenure/<int:tenure_id>/undo", tenure.undo, name="tenure-undo"),
    path("accounts/<int:account_id>/gives-and-gets", exchanges.exchanges, name="exchanges"),
    path("accounts/<int:account_id>/gives-and-gets/<int:exchange_id>", exchanges.came, name="exchange-came"),
    path("accounts/<int:account_id>/plan", plan.plan, name="plan"),
    path("accounts/<int:account_id>/plan.ics", plan.as_calendar, name="plan-calendar"),
    path("accounts/<int:account_id>/plan.csv", plan.as_table, name="plan-table"),
    path("accounts/<int:account_id>/plan/<slug:step_key>", plan.say, name="plan-step"),
    path("accounts/<int:account_id>/standing", accounts.sort, name="account-standing"),
    path("people/", people.people, name="people"),
    path("people/<int:person_id>/", person.person, name="person"),
    path("people/<int:person_id>/timeline", person.timeline, name="person-timeline"),
    path("people/<int:person_id>/role", person.role, name="person-role"),
    path("people/<int:person_id>/brief", brief.brief, name="brief"),
    path("who/<person-or-account:what>/<int:who_id>/", identity.who, name="identity"),
    path("who/<person-or-account:what>/<int:who_id>/merge/<int:other_id>/", identity.merge, name="identity-merge"),
    path("who/<person-or-account:what>/<int:who_id>/split", identity.split, name="identity-split"),
    path("who/<person-or-account:what>/<int:who_id>/put-right", identity.put_right, name="identity-put-right"),
    path(
        "who/<person-or-account:what>/<int:who_id>/said/<int:word_id>/take-back",
        identity.take_back,
        name="identity-take-back",
    ),
    path("interactions/<int:interaction_id>/", interaction.interaction, name="interaction"),
    path("interactions/<int:interaction_id>/found/<int:sighting_id>/", interaction.found, name="interaction-found"),
    path("interactions/<int:interaction_id>/layout", interaction.layout, name="interaction-layout"),
    path("interactions/<int:interaction_id>/pictures", interaction.pictures, name="interaction-pictures"),
    path("interactions/<int:interaction_id>/files/<int:attachment_id>", interaction.attachment, name="attachment"),
    path("interactions/<int:interaction_id>/claim", interaction.claim, name="interaction-claim"),
    path("interactions/<int:interaction_id>/erase", erase.erase, name="interaction-erase"),
    path("requests/", requests.requests, name="requests"),
    path("requests/<int:request_id>/", request_file.request_page, name="request"),
    path("requests/<int:request_id>/next-update", request_file.next_update, name="request-next-update"),
    path("requests/<int:request_id>/entries/<int:entry_id>/undo", request_file.undo_entry, name="request-entry-undo"),
    path("book/", book.book, name="book"),
    path("why/item/<int:item_id>/", why.item, name="why-item"),
    path("why/account/<int:account_id>/<str:measure>/", why.finding, name="why-finding"),
    path("why/sighting/<int:sighting_id>/", why.sighting, name="why-sighting"),
    path("why/<str:kind>/<int:row_id>/", why.row, name="why-row"),
    path("awards/<int:award_id>/confirm", awards.confirm, name="award-confirm"),
    path("promises/<int:promise_id>/decide", matters.decide_promise, name="promise-decide"),
    path("requests/<int:request_id>/decide", matters.decide_asked, name="request-decide"),
    path("search/", search.search, name="search"),
    path("doubts/", doubts.doubts, name="doubts"),
    path("doubts/kind/<slug:kind_id>/", doubts.of_a_kind, name="doubts-of-a-kind"),
    path("doubts/<int:doubt_id>/settle", doubts.settle, name="doubt-settle"),
    path("imports/", imports.imports, name="imports"),
    path("imports/<int:import_id>/", imports.one, name="import"),
    path("imports/<int:import_id>/undo", imports.undo, name="import-undo"),
    path("imports/<int:import_id>/refused.csv", imports.refused, name="import-refused"),
    path("imports/<int:import_id>/refused/<int:refused_id>/", quarantine.one, name="refused-item"),
    path("imports/<int:import_id>/refused/<int:refused_id>/raw", quarantine.raw, name="refused-raw"),
    path("imports/<int:import_id>/refused/<int:refused_id>/try", quarantine.try_one, name="refused-try"),
    path("imports/<int:import_id>/refused/<int:refused_id>/let-go", quarantine.forget, name="refused-let-go"),
    path("imports/<int:import_id>/refused/try", quarantine.try_all, name="refused-try-all"),
    path("imports/<int:import_id>/answer", import_look.answer, name="import-answer"),
    path("imports/readings/<int:reading_id>/forget", import_look.forget, name="reading-forget"),
    path("imports/<int:import_id>/items/", import_report.items, name="import-items"),
    path("imports/<int:import_id>/report.csv", import_report.report, name="import-report"),
    path("imports/<int:import_id>/tables/<int:table_id>/to-mend.csv", import_report.mend, name="import-mend"),
    path("notes/", notes.note, name="note"),
    path("notes/about", notes.about, name="note-about"),
    path("notes/enter", notes.enter, name="enter"),
    path("settings/", settings_page.settings, name="settings"),
    path("settings/ours", settings_page.ours, name="settings-ours"),
    path("settings/ours/<int:decision_id>/withdraw", settings_page.withdraw, name="settings-withdraw"),
    path("settings/password", settings_page.password, name="settings-password"),
    path("settings/tokens", tokens.make, name="settings-tokens"),
    path("settings/tokens/<int:token_id>/revoke", tokens.revoke, name="token-revoke"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("help/keyboard/", help_pages.keyboard, name="keyboard"),
    path("help/search/", help_pages.searching, name="help-search"),
    path("about/", help_pages.about, name="about"),
]

if settings.DEBUG:
    from alongside.web.views import gallery

    urlpatterns += [
        path("gallery/", gallery.parts, name="gallery"),
        path("gallery/today/", gallery.today, name="gallery-today"),
        path("gallery/account/", gallery.account, name="gallery-account"),
        path("gallery/why/", gallery.why, name="gallery-why"),
    ]
