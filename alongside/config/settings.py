"""How this installation runs: Django's settings, each from the environment or with a default that needs no set-up.

ALONGSIDE_DATA           directory for the database, the key and attached files; default: the user's data directory
ALONGSIDE_DATABASE_URL   postgres://user:password@host/database; default: a SQLite file in the data directory
ALONGSIDE_ALLOWED_HOSTS  names under which a browser may reach it, comma separated; default: this machine only
ALONGSIDE_PUBLIC_URL     where customers find the pages made for them; default: where the user's own pages are
ALONGSIDE_HTTPS          1 when a proxy in front speaks https: cookies are then sent over https only; default 0
ALONGSIDE_TIME_ZONE      zone in which times are shown; default: the machine's
ALONGSIDE_SMTP_HOST      server that takes the mail written here, with _PORT, _SECURITY, _USER, _PASSWORD; default: none
ALONGSIDE_DEBUG          1 while working on the program itself; default 0
"""

from hashlib import sha256
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from platformdirs import user_data_dir

from alongside.config import environment, static
from alongside.config.database import VARIABLE as DATABASE_VARIABLE
from alongside.config.database import database
from alongside.config.places import private_directory, secret_key
from alongside.config.public_side import VARIABLE as PUBLIC_VARIABLE
from alongside.config.public_side import public_url
from alongside.config.smtp import smtp_server
from alongside.config.zone import VARIABLE as ZONE_VARIABLE
from alongside.config.zone import display_zone

PACKAGE = Path(__file__).resolve().parent.parent

LARGEST_UPLOAD_BYTES = 2 * 1024**3
"""The largest request that is taken, a mail archive of 2 GB. Larger ones come in by `alongside import`. Unit: bytes."""

KEPT_IN_MEMORY_BYTES = 2 * 1024**2
"""An upload above this goes to a file while it arrives. Unit: bytes."""

SIGNED_IN_SECONDS = 30 * 24 * 3600
"""How long a browser stays signed in without being used. Unit: seconds."""

HSTS_SECONDS = 365 * 24 * 3600
"""How long a browser remembers to come by https only, where https is on. Unit: seconds."""

# The installation

DATA = private_directory(environment.directory("ALONGSIDE_DATA", Path(user_data_dir("alongside", appauthor=False))))
ATTACHMENTS = DATA / "attachments"
QUARANTINE = DATA / "quarantine"
UPLOADS = private_directory(DATA / "uploads")

DEBUG = environment.is_on("ALONGSIDE_DEBUG")
HTTPS = environment.is_on("ALONGSIDE_HTTPS")
SECRET_KEY = secret_key(DATA)
THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")
ALLOWED_HOSTS = environment.words("ALONGSIDE_ALLOWED_HOSTS", THIS_MACHINE)
_PUBLIC = public_url(environment.text(PUBLIC_VARIABLE))
PUBLIC_URL = _PUBLIC.base
PUBLIC_HOST_APART = "" if _PUBLIC.name in ALLOWED_HOSTS else _PUBLIC.host
ALLOWED_HOSTS = [*ALLOWED_HOSTS, _PUBLIC.name] if PUBLIC_HOST_APART else ALLOWED_HOSTS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []

DATABASES = {"default": database(environment.text(DATABASE_VARIABLE), data=DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The program

INSTALLED_APPS = [
    "alongside.apps.AlongsideConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
]

# Every page asks for a sign-in unless its view says @login_not_required.
MIDDLEWARE = [
    "alongside.config.public_side.keep_apart",
    "django.middleware.security.SecurityMiddleware",
    "alongside.config.headers.say_what_pages_may_do",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "alongside.config.headers.show_times_in_the_display_zone",
]

ROOT_URLCONF = "alongside.config.urls"
ASGI_APPLICATION = "alongside.config.asgi.application"
APPEND_SLASH = True
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "sign-in"

_LOADERS: list[Any] = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates", PACKAGE / "public" / "templates"],
        "OPTIONS": {
            "loaders": _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alongside.web.rail.rail",
            ],
            "libraries": {
                "words": "alongside.web.templatetags.words",
                "pictures": "alongside.web.templatetags.pictures",
            },
        },
    }
]

STATIC_URL = static.address(is_debug=DEBUG)
STATICFILES_DIRS = [folder for folder in (static.OWN,) if folder.is_dir()]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]

LANGUAGE_CODE = "en"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"
DISPLAY_TIME_ZONE = display_zone(environment.text(ZONE_VARIABLE))

# What comes in

FILE_UPLOAD_MAX_MEMORY_SIZE = KEPT_IN_MEMORY_BYTES
FILE_UPLOAD_TEMP_DIR = str(UPLOADS)
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20_000  # a folder of .eml files is chosen as that many files

# What goes out

SMTP_SERVER = smtp_server()

# What the browser may do

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = HSTS_SECONDS if HTTPS else 0

# Two installations on one machine differ only in the port, which cookies do not tell apart.
_INSTALLATION = sha256(str(DATA).encode()).hexdigest()[:8]
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}alongside-{_INSTALLATION}"
SESSION_COOKIE_AGE = SIGNED_IN_SECONDS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_NAME = f"{_PREFIX}alongside-form-{_INSTALLATION}"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HTTPS

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

# What it says about itself: warnings and errors on stderr, never the text of a request.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
