"""What `streamlit run` starts: the pages, the machine-readable routes, the safety headers."""

import streamlit as st
from starlette.middleware import Middleware

from dashboard.api import routes
from dashboard.server.garbage_collection import lifespan
from dashboard.server.headers import SecurityHeaders
from dashboard.server.index_page import IndexPage
from dashboard.server.page_files import page_routes
from dashboard.ui.timeline.timeline_chart import warm

app = st.App(
    "dashboard/app.py",
    routes=[*routes(), *page_routes()],
    middleware=[Middleware(SecurityHeaders), Middleware(IndexPage)],
    lifespan=lifespan([warm]),
)
