# METADATA
# title: So many, and no more
# description: >-
#   Compares usage counters with their limits. A counter that could not be read is not zero: it leaves the question
#   open, and the gate's fallback decides.
# scope: package
package stepgate.packs.rate_limiting

# METADATA
# description: Nothing where everybody behind the run is exempt.
answer := {"deny": deny, "unknown": unknown} if not exempt

# METADATA
# description: What is the same for every step.
shared := {"unknown": misread} if not exempt

# METADATA
# description: One finding for each limit that is reached.
deny contains {
	"rule": "rate_limit_exceeded",
	"message": concat("", [
		step, " is over the rate limit of the counter ", quoted(limit.counter), ": ",
		json.marshal(input.usage[limit.counter].value), " of ", json.marshal(limit.max), window(limit),
	]),
	"way_out": "wait until the counter's window has moved on, or raise \"max\" of the limit",
} if {
	some limit in limits
	input.usage[limit.counter].value >= limit.max
	is_known(limit.counter)
}

# METADATA
# description: One finding for each limit whose counter is not known, and for what cannot be understood.
unknown contains {
	"rule": "rate_limit_exceeded",
	"message": concat("", ["the rate limit of ", step, " cannot be checked: ", why_unread(limit.counter)]),
	"way_out": "see \"policy.usage\" of the config: the counter needs a source that answers, with a number of things",
} if {
	some limit in limits
	not is_known(limit.counter)
}

unknown contains {
	"rule": "rate_limit_exceeded",
	"message": "the input names no step with an id, or one whose action or type is not a word",
	"way_out": ask_the_gate,
} if {
	not knows_step
}

# METADATA
# description: What is not of its type, without which nothing can be said.
misread contains {
	"rule": "rate_limit_exceeded",
	"message": "the pack's parameters are not there, or not of the types of its schema",
	"way_out": ask_the_gate,
} if {
	not knows_parameters
}

# METADATA
# description: The way out of what the gate would have refused.
ask_the_gate := "ask through the gate: it refuses a config in which these are wrong"

# METADATA
# description: What was given in `policy.packs`, with the defaults of the schema.
params := data.stepgate.parameters["rate-limiting"]

# METADATA
# description: There are limits, each with a counter and how far it may go.
knows_parameters if {
	is_array(params.exempt_roles)
	is_array(params.limits)
	count(params.limits) > 0
	every limit in params.limits {
		is_string(limit.counter)
		is_count(limit.max)
		is_array(object.get(limit, "actions", []))
		is_array(object.get(limit, "steps", []))
	}
}

# METADATA
# description: There is a step with an id, and what it does and is are words where it says so.
knows_step if {
	is_string(input.check.id)
	is_string(object.get(input.check, "action", ""))
	is_string(object.get(input.check, "type", ""))
}

# METADATA
# description: The limits that the step is under. A list, because what a set of objects has is hashed.
limits := [limit |
	some limit in params.limits
	is_about_action(limit)
	is_about_step(limit)
]

# METADATA
# description: The limit is about every action, or about one of the step's.
is_about_action(limit) if not limit.actions

is_about_action(limit) if {
	some pattern in limit.actions
	some action in actions
	is_like(pattern, action)
}

# METADATA
# description: What the step does; that an AI step calls a model need not be written.
actions contains input.check.action
actions contains "llm_call" if input.check.type == "ai"
actions contains "llm_call" if input.check.ai == true

# METADATA
# description: The limit is about every step, or about this one.
is_about_step(limit) if not limit.steps

is_about_step(limit) if {
	some pattern in limit.steps
	is_like(pattern, input.check.id)
}

# METADATA
# description: The name, or a pattern for it; asked apart, because a pattern costs a hundred times what a name does.
is_like(pattern, name) if pattern == name

is_like(pattern, name) if {
	replace(replace(pattern, "*", ""), "?", "") != pattern
	glob.match(pattern, null, name)
}

# METADATA
# description: The counter has a number to compare.
is_known(name) if {
	counter := input.usage[name]
	counter.unit == "count"
	is_count(counter.value)
	not says_unknown(counter)
}

# METADATA
# description: The counter says that it is not known, and perhaps why.
says_unknown(counter) if {
	some "unknown", _ in counter
}

# METADATA
# description: Why a counter that is not known has no number to compare.
why_unread(name) := concat("", ["the counter ", quoted(name), " is not there"]) if {
	not is_object(object.get(input, ["usage", name], null))
} else := concat("", ["the counter ", quoted(name), " is not known: ", why_unknown(name)]) if {
	says_unknown(input.usage[name])
} else := concat("", ["the counter ", quoted(name), " does not count things"]) if {
	object.get(input.usage[name], "unit", "") != "count"
} else := concat("", ["the value of the counter ", quoted(name), " is not a number of things"])

# METADATA
# description: The counter's own words.
why_unknown(name) := input.usage[name].unknown if {
	is_string(input.usage[name].unknown)
} else := "nobody says why"

# METADATA
# description: The window of a limit's counter in words, as far as it is known.
window(limit) := concat("", [" in ", input.usage[limit.counter].window]) if {
	is_string(input.usage[limit.counter].window)
} else := ""

# METADATA
# description: A whole number, not negative, small enough to be exact.
is_count(number) if {
	is_number(number)
	number >= 0
	number <= 9000000000000000
	floor(number) == number
}

# METADATA
# description: Everybody behind the run has one of the roles to which this pack does not apply.
exempt if {
	is_exempt(input.actor)
	others := object.get(input, "others", [])
	is_array(others)
	every other in others {
		is_exempt(other)
	}
}

# METADATA
# description: This person has one of the exempt roles.
is_exempt(person) if {
	some role in params.exempt_roles
	is_array(person.roles)
	role in person.roles
}

# METADATA
# description: The step, as messages name it.
step := concat(" ", ["step", quoted(input.check.id)]) if {
	is_string(input.check.id)
} else := "the step"

# METADATA
# description: A name, as messages write it.
quoted(name) := concat("", ["\"", name, "\""])
