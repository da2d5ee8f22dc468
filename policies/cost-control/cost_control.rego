# METADATA
# title: Budgets for steps that cost money
# description: >-
#   Compares estimates with what is left, and models with how much their task matters. What is not known is never
#   taken for zero: it leaves the question open, and the gate's fallback decides.
# scope: package
package stepgate.packs.cost_control

# METADATA
# description: Nothing where everybody behind the run is exempt, and nothing of steps that cost nothing.
answer := {"deny": deny, "approve": approve, "unknown": unknown} if {
	concerned
	not exempt
}

# METADATA
# description: What is the same for every step.
shared := {"unknown": misread} if not exempt

# METADATA
# description: One finding for each limit that the step does not keep.
deny contains {
	"rule": "budget_exceeded",
	"message": concat("", [
		costs, ", does not fit into the budget: ", usd(spent.value), " of ", usd(params.budget_usd), " are spent",
	]),
	"way_out": "take a cheaper model, wait until the counter's window has moved on, or raise \"budget_usd\"",
} if {
	spent.value + estimate > params.budget_usd
}

# What is spent can only add to it, so that this much is known without the counter.
deny contains {
	"rule": "budget_exceeded",
	"message": concat("", [costs, ", is more than the whole budget of ", usd(params.budget_usd)]),
	"way_out": "take a cheaper model, or raise \"budget_usd\"",
} if {
	spent.why
	estimate > params.budget_usd
}

deny contains {
	"rule": "budget_exceeded",
	"message": concat("", [
		costs, ", is more than the ", usd(remaining.value), " that are left by the counter ", quoted(params.remaining_counter),
	]),
	"way_out": "take a cheaper model, or see that there is more left",
} if {
	estimate > remaining.value
}

deny contains {
	"rule": "max_estimate",
	"message": concat("", [costs, ", is more than the ", usd(params.max_per_step_usd), " that one step may cost"]),
	"way_out": "take a cheaper model, split the step, or raise \"max_per_step_usd\"",
} if {
	estimate > params.max_per_step_usd
}

deny contains {
	"rule": "expensive_model_for_low_priority",
	"message": concat("", [step, " calls the expensive model ", model, " for a task of priority ", priority]),
	"way_out": "take a cheaper model, or raise \"task_priority\" of the step",
} if {
	is_expensive
	is_low
}

# METADATA
# description: The step that is expensive, and may run once somebody has agreed.
approve contains {
	"rule": "approval_above",
	"message": concat("", [costs, ", is above the ", usd(params.approve_above_usd), " up to which nobody has to agree"]),
	"way_out": "ask for approval, or take a cheaper model",
	"approvals": object.union({"count": 1}, object.get(params, "approvals", {})),
} if {
	estimate > params.approve_above_usd
}

# METADATA
# description: One finding for each fact that a rule needs and that is not there.
unknown contains {
	"rule": "budget_exceeded",
	"message": "the input names no step, or one whose action is not a word",
	"way_out": ask_the_gate,
} if {
	not knows_step
}

unknown contains {
	"rule": rule,
	"message": concat(" ", [step, why_no_estimate]),
	"way_out": "write \"estimated_cost_usd\" at the step, as an amount like 1.50",
} if {
	why_no_estimate
	some rule in rules_of_money
}

unknown contains {
	"rule": "budget_exceeded",
	"message": concat("", ["what ", step, " may cost is not known: ", why]),
	"way_out": "see \"policy.usage\" of the config: the counter needs a source that answers, in money",
} if {
	is_number(estimate)
	some why in unread
}

# Both facts have to hold for a denial, so that one of them that is known not to hold settles it without the other.
unknown contains {
	"rule": "expensive_model_for_low_priority",
	"message": concat("", ["whether ", step, " calls an expensive model for a task of low priority is not known"]),
	"way_out": "write \"model\" and \"task_priority\" at the step",
} if {
	count(params.expensive_models) > 0
	count(params.low_priorities) > 0
	calls_model
	not models_settled
}
