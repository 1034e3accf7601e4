"""Claims that a language model proposes; they count only where their words stand in the report.

Nothing here is needed, and nothing is contacted unless the user names an endpoint. What a model proposes is marked by
its `made_by` ("proposed.NAME") and is never added to a record by itself: the same reports must give the same record.
"""

from communique.propose.endpoint import Endpoint, EndpointFailure
from communique.propose.proposer import ModelProposer

__all__ = ["Endpoint", "EndpointFailure", "ModelProposer"]
