"""Which address shows which page? One view file a page; the rail, the keys and the templates use the names."""

from django.conf import settings
from django.urls import URLPattern, path

from alongside.web.views import (
    account,
    accounts,
    awards,
    book,
    brief,
    doubts,
    erase,
    help_pages,
    imports,
    interaction,
    matters,
    notes,
    people,
    person,
    requests,
    search,
    sign_in,
    today,
    welcome,
    why,
)
from alongside.web.views import settings as settings_page

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
    path("accounts/<int:account_id>/standing", accounts.sort, name="account-standing"),
    path("people/", people.people, name="people"),
    path("people/<int:person_id>/", person.person, name="person"),
    path("people/<int:person_id>/timeline", person.timeline, name="person-timeline"),
    path("people/<int:person_id>/role", person.role, name="person-role"),
    path("people/<int:person_id>/brief", brief.brief, name="brief"),
    path("interactions/<int:interaction_id>/", interaction.interaction, name="interaction"),
    path("interactions/<int:interaction_id>/found/<int:sighting_id>/", interaction.found, name="interaction-found"),
    path("interactions/<int:interaction_id>/layout", interaction.layout, name="interaction-layout"),
    path("interactions/<int:interaction_id>/files/<int:attachment_id>", interaction.attachment, name="attachment"),
    path("interactions/<int:interaction_id>/erase", erase.erase, name="interaction-erase"),
    path("requests/", requests.requests, name="requests"),
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
    path("doubts/<int:doubt_id>/settle", doubts.settle, name="doubt-settle"),
    path("imports/", imports.imports, name="imports"),
    path("imports/<int:import_id>/", imports.one, name="import"),
    path("imports/<int:import_id>/undo", imports.undo, name="import-undo"),
    path("imports/<int:import_id>/refused.csv", imports.refused, name="import-refused"),
    path("notes/", notes.note, name="note"),
    path("notes/about", notes.about, name="note-about"),
    path("notes/enter", notes.enter, name="enter"),
    path("settings/", settings_page.settings, name="settings"),
    path("settings/ours", settings_page.ours, name="settings-ours"),
    path("settings/ours/<int:decision_id>/withdraw", settings_page.withdraw, name="settings-withdraw"),
    path("settings/password", settings_page.password, name="settings-password"),
    path("sign-in/", sign_in.sign_in, name="sign-in"),
    path("sign-out/", sign_in.sign_out, name="sign-out"),
    path("welcome/", welcome.welcome, name="welcome"),
    path("help/keyboard/", help_pages.keyboard, name="keyboard"),
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
