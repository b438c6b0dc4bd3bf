"""What `streamlit run` starts: the pages, the machine-readable routes, the safety headers."""

import streamlit as st
from starlette.middleware import Middleware

from dashboard.analysis.agreed_language.nearest import warm as warm_agreed_language
from dashboard.api import routes
from dashboard.server.headers import SecurityHeaders
from dashboard.server.index_page import IndexPage, front_route
from dashboard.server.operation.lifespan import lifespan
from dashboard.server.operation.readiness import WhileNotReady
from dashboard.server.record_addresses import record_routes
from dashboard.server.sharing import sharing
from dashboard.server.uploads import BoundedUploads
from dashboard.ui.timeline.timeline_chart import warm

app = st.App(
    "dashboard/app.py",
    routes=[*routes(), front_route(), *record_routes()],
    middleware=[
        Middleware(SecurityHeaders),
        Middleware(WhileNotReady),
        *sharing(),
        Middleware(BoundedUploads),
        Middleware(IndexPage),
    ],
    lifespan=lifespan([warm, warm_agreed_language]),
)
