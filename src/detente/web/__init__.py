"""The page: a record looked at in a browser, drawn by the server, with nothing loaded from elsewhere."""

from detente.web.app import create_app

__all__ = ["create_app"]
