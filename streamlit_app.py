"""What `streamlit run` starts: the pages, the machine-readable routes, the safety headers."""

import streamlit as st
from starlette.middleware import Middleware

from dashboard.analysis.agreed_language.nearest import warm as warm_agreed_language
from dashboard.api import routes
from dashboard.server.access.control import access
from dashboard.server.budgets.middleware import Budgets
from dashboard.server.budgets.uploads import BoundedUploads
from dashboard.server.headers import SecurityHeaders
from dashboard.server.hosts import Hosts
from dashboard.server.index_page import IndexPage, front_route
from dashboard.server.operation.frames import ReadableFrames
from dashboard.server.operation.lifespan import lifespan
from dashboard.server.operation.logs import write_json
from dashboard.server.operation.observation import Observed
from dashboard.server.operation.readiness import WhileNotReady
from dashboard.server.record_addresses import record_routes
from dashboard.server.sharing import sharing
from dashboard.ui.frame.sign_in import FrameworkSignIn
from dashboard.ui.timeline.timeline_chart import warm

write_json()
answering = routes()
cors = st.get_option("server.enableCORS")
app = st.App(
    "dashboard/app.py",
    routes=[*answering, front_route(), *record_routes()],
    middleware=[
        Middleware(Observed, [getattr(route, "path", "") for route in answering]),
        Middleware(SecurityHeaders),
        Middleware(
            Hosts,
            hosts=st.get_option("server.allowedHosts"),
            origins=st.get_option("server.corsAllowedOrigins") if cors else None,
        ),
        Middleware(ReadableFrames),
        Middleware(WhileNotReady),
        *sharing(),
        *access(FrameworkSignIn(), st.get_option("server.baseUrlPath") or ""),
        Middleware(Budgets),
        Middleware(BoundedUploads),
        Middleware(IndexPage),
    ],
    lifespan=lifespan([warm, warm_agreed_language]),
)
