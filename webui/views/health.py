"""Whether the server lives, and whether it can answer."""

from flask import Blueprint, Response, jsonify

from webui.services import services

bp = Blueprint("health", __name__, url_prefix="/health")


@bp.get("/live")
def live() -> Response:
    """Say that the process answers."""
    return jsonify(status="ok")


@bp.get("/ready")
def ready() -> tuple[Response, int]:
    """Say whether the catalogue and searches answer; 503 while they do not."""
    fault = services().archive.fault()
    if fault is not None:
        return jsonify(status="catalogue", fault=fault.value), 503
    if services().searcher.view() is not None:
        return jsonify(status="ok"), 200
    return jsonify(status="starting"), 503
