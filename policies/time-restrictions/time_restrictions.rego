# METADATA
# title: Time restrictions
# description: >-
#   When steps may run: in business hours, not on holidays, not while changes are frozen. The moment comes in the input,
#   with what the clocks of the zones show; where either is missing, nobody can tell, and that is what is said.
# scope: package
package stepgate.packs.time_restrictions

# METADATA
# title: The answer of the pack
# description: What is against the step at this moment, and what cannot be told.
# entrypoint: true
answer := {"deny": deny, "unknown": unknown}

parameters := data.stepgate.parameters["time-restrictions"]

# METADATA
# title: What is against the step
# description: One finding for each rule, and one for each freeze.
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
		"way_out": concat("", ["run it again after ", ends]),
	}
}

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
switched_on contains "outside_business_hours" if {
	some "business_hours", _ in parameters
}

switched_on contains "change_freeze" if count(parameters.freezes) > 0

switched_on contains "holiday" if count(parameters.holidays) > 0

has_parameters if is_object(parameters)

business_hours := hours if {
	hours := parameters.business_hours
	texts(hours.days)
	is_string(hours.from)
	is_string(hours.to)
}

zone_name := parameters.zone if {
	is_string(parameters.zone)
} else := "the zone"

# METADATA
# title: The moment
# description: Seconds since 1970. Undefined where it is nothing that can be compared with the bounds of a freeze.
now := seconds if {
	seconds := input.time.epochSeconds
	whole(seconds)
}

bounded(freeze) if {
	whole(freeze.from)
	whole(freeze.until)
}

# Every number is less than every text, so that a comparison alone would find no fault with one. The last moment is the
# end of the year 9999: WebAssembly cannot write down the years of much later ones.
whole(value) if {
	is_number(value)
	value >= 0
	value <= 253402300800
	value == floor(value)
}

# METADATA
# title: What the clock of the zone shows
# description: Undefined where any part of it is not what it has to be.
local := shown if {
	shown := input.time.zones[parameters.zone]
	is_string(shown.date)
	count(shown.date) == 10
	is_string(shown.time)
	count(shown.time) == 5
	shown.time < "24:00"
	day_before[shown.weekday]
}

day_before := {
	"monday": "sunday",
	"tuesday": "monday",
	"wednesday": "tuesday",
	"thursday": "wednesday",
	"friday": "thursday",
	"saturday": "friday",
	"sunday": "saturday",
}

# METADATA
# title: Within the business hours
# description: >-
#   Times of a fixed width compare as texts. Hours that end before they begin go on past midnight, and what is after
#   midnight belongs to the day before.
within(hours) if {
	hours.from < hours.to
	local.weekday in hours.days
	local.time >= hours.from
	local.time < hours.to
}

within(hours) if {
	hours.to < hours.from
	local.weekday in hours.days
	local.time >= hours.from
}

within(hours) if {
	hours.to < hours.from
	day_before[local.weekday] in hours.days
	local.time < hours.to
}

# METADATA
# title: Whom this is about
# description: The step is one of those that the parameters name, and somebody behind the run is not exempt.
concerned if {
	selected
	not exempt
}

# METADATA
# title: The steps that are meant
# description: All of them, or those that one of the three lists names.
selected if {
	(count(steps) + count(tags)) + count(actions) == 0
}

selected if matches(steps, input.check.id)

selected if {
	some tag in input.check.tags
	matches(tags, tag)
}

selected if matches(actions, input.check.action)

steps := object.get(parameters, "steps", [])

tags := object.get(parameters, "tags", [])

actions := object.get(parameters, "actions", [])

# METADATA
# title: Why it cannot be told whether the step is meant
# description: >-
#   A step may well have no tags and no action. What is there and cannot be read may be a way past the rules.
unsure := "it is not known which step this is" if {
	not selected
	not is_string(object.get(input, ["check", "id"], null))
} else := "the tags of the step are no list of texts" if {
	not selected
	count(tags) > 0
	not texts(object.get(input, ["check", "tags"], []))
} else := "the action of the step is no text" if {
	not selected
	count(actions) > 0
	not is_string(object.get(input, ["check", "action"], ""))
}

# METADATA
# title: What a pattern matches
# description: The name itself, or what "*" (anything) and "?" (one character) leave room for.
matches(patterns, name) if name in patterns

matches(patterns, name) if {
	is_string(name)
	some pattern in patterns
	is_pattern(pattern)
	escaped := strings.replace_n(
		{".": `\.`, "+": `\+`, "(": `\(`, ")": `\)`, "^": `\^`, "$": `\$`, "|": `\|`},
		pattern,
	)
	regex.match(concat("", ["(?s)^", replace(replace(escaped, "?", "."), "*", ".*"), "$"]), name)
}

is_pattern(text) if contains(text, "*")

is_pattern(text) if contains(text, "?")

texts(value) if {
	is_array(value)
	every text in value {
		is_string(text)
	}
}

# METADATA
# title: Who is exempt
# description: Everybody behind the run has one of the roles. Roles that are not known exempt nobody.
exempt if {
	some role in input.actor.roles
	role in parameters.exempt_roles
	others := object.get(input, "others", [])
	is_array(others)
	every other in others {
		some held in other.roles
		held in parameters.exempt_roles
	}
}

# METADATA
# title: A moment in words
# description: >-
#   The date and time in UTC. WebAssembly has no calendar, so that this counts years of the Gregorian one from March on:
#   leap days come last then, and 400 years always have 146,097 days.
instant(seconds) := concat("", [
	pad(year, 4), "-", pad(month, 2), "-", pad(day, 2), " ", pad(hour, 2), ":", pad(minute, 2), " UTC",
]) if {
	hour := quotient(seconds % 86400, 3600)
	minute := quotient(seconds % 3600, 60)

	# The day 0 is the first of March of the year 0.
	days := quotient(seconds, 86400) + 719468
	era := quotient(days, 146097)
	in_era := days % 146097
	leaps := (quotient(in_era, 1460) - quotient(in_era, 36524)) + quotient(in_era, 146096)
	years := quotient(in_era - leaps, 365)
	in_year := in_era - (((365 * years) + quotient(years, 4)) - quotient(years, 100))
	from_march := quotient((5 * in_year) + 2, 153)
	day := (in_year - quotient((153 * from_march) + 2, 5)) + 1
	month := ((from_march + 2) % 12) + 1
	year := (years + (era * 400)) + quotient(from_march, 10)
}

# Exact, which a division alone is not.
quotient(a, b) := (a - (a % b)) / b

pad(number, width) := concat("", [substring("0000", 0, max([0, width - count(digits)])), digits]) if {
	digits := format_int(number, 10)
}
