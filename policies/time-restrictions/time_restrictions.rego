# METADATA
# title: Time restrictions
# description: >-
#   When steps may run: in business hours, not on holidays, not while changes are frozen. The moment comes in the input,
#   with what the clocks of the zones show; where either is missing, nobody can tell, and that is what is said.
# scope: package
package stepgate.packs.time_restrictions

# METADATA
# title: The answer of the pack
# description: What is against the step at this moment, and what cannot be told, where only some steps are meant.
# entrypoint: true
answer := {"deny": deny, "unknown": unknown} if chooses_steps

# METADATA
# title: The answer for every step
# description: The same, where all of them are meant.
shared := {"deny": deny, "unknown": unknown} if not chooses_steps

# METADATA
# description: What the config says for this pack, with the defaults filled in.
parameters := data.stepgate.parameters["time-restrictions"]

# METADATA
# title: What is against the step
# description: One finding for each rule, and one for each freeze.
# scope: document

# METADATA
# title: outside_business_hours
# description: The step runs in business hours only, and it is another time of day or another day of the week.
deny contains finding if {
	concerned
	hours := business_hours
	not within(hours)
	finding := {
		"rule": "outside_business_hours",
		"message": concat("", [
			"it is ", local.weekday, " ", local.time, " in ", parameters.zone, ", outside the business hours ",
			hours.from, " to ", hours.to, " of ", concat(", ", hours.days),
		]),
		"way_out": "run it again in business hours",
	}
}

# METADATA
# title: change_freeze
# description: Changes are frozen at the moment.
deny contains finding if {
	concerned
	some freeze in parameters.freezes
	bounded(freeze)
	freeze.from <= now
	now < freeze.until
	ends := instant(freeze.until)
	finding := {
		"rule": "change_freeze",
		"message": concat("", ["changes are frozen until ", ends, ": ", freeze.reason]),
		"way_out": concat("", ["run it again after ", instant(thaw(freeze.until))]),
	}
}

# METADATA
# title: holiday
# description: Today is a day on which the step does not run.
deny contains finding if {
	concerned
	local.date in parameters.holidays
	finding := {
		"rule": "holiday",
		"message": concat("", [local.date, " is a holiday in ", parameters.zone]),
		"way_out": "run it again on another day",
	}
}

# METADATA
# title: What cannot be told
# description: A finding for each rule that is switched on and lacks what it has to know.
# scope: document
unknown contains {"rule": rule, "message": "the parameters of the pack are not there"} if {
	not has_parameters
	some rule in ["outside_business_hours", "change_freeze", "holiday"]
}

unknown contains finding if {
	not exempt
	some rule in switched_on
	doubt := unsure
	finding := {
		"rule": rule,
		"message": doubt,
		"way_out": "give the step its \"id\" as a text, its \"tags\" as a list of texts and its \"action\" as a text",
	}
}

unknown contains finding if {
	concerned
	some rule in (switched_on & {"outside_business_hours", "holiday"})
	not local
	finding := {
		"rule": rule,
		"message": concat("", ["the local time of ", zone_name, " is not known"]),
		"way_out": "look at the clock of the runner, and at \"zone\"",
	}
}

unknown contains finding if {
	concerned
	"change_freeze" in switched_on
	not now
	finding := {
		"rule": "change_freeze",
		"message": "the time is not known",
		"way_out": "look at the clock of the runner",
	}
}

unknown contains finding if {
	concerned
	"outside_business_hours" in switched_on
	not business_hours
	finding := {
		"rule": "outside_business_hours",
		"message": "the business hours have no days, beginning and end that can be compared",
		"way_out": "write \"days\", \"from\" and \"to\"",
	}
}

unknown contains finding if {
	concerned
	some freeze in parameters.freezes
	not bounded(freeze)
	finding := {
		"rule": "change_freeze",
		"message": "a freeze has no beginning and end that can be compared",
		"way_out": "write \"from\" and \"until\" as dates or times",
	}
}

# METADATA
# title: The rules that the parameters switch on
# description: A rule without a parameter of its own says nothing.
# scope: document
switched_on contains "outside_business_hours" if {
	some "business_hours", _ in parameters
}

switched_on contains "change_freeze" if count(parameters.freezes) > 0

switched_on contains "holiday" if count(parameters.holidays) > 0

# METADATA
# description: Whether the parameters are there at all.
has_parameters if is_object(parameters)

# METADATA
# description: The hours, where they can be compared with a clock.
business_hours := hours if {
	hours := parameters.business_hours
	texts(hours.days)
	is_string(hours.from)
	is_string(hours.to)
}

# METADATA
# description: What to call the zone in a message.
zone_name := parameters.zone if {
	is_string(parameters.zone)
} else := "the zone"
