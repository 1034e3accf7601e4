"""Plans across reports: their versions, their points, and what each side does about them and says of them."""

from communique.plans.asked import plan, plans, plans_page

__all__ = ["plan", "plans", "plans_page"]
