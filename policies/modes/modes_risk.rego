# What makes a step risky, and for whom that does not matter.
package stepgate.packs.modes

# METADATA
# title: What becomes of a risky step
# description: It runs in mode draft, unless somebody's approval is asked for instead.
drafted if {
	is_risky
	not waits
}

# METADATA
# description: Somebody has to approve first.
waits if {
	is_risky
	input.check.mode == "auto"
	some "auto_needs_approval", _ in parameters
}

# METADATA
# description: >-
#   There is a reason, and it matters to somebody behind the run. What is undefined is looked for anew each time, so that
#   this has a value in any case.
default is_risky := false

is_risky if {
	risk
	not trusted
}

# METADATA
# title: Why the step is risky
# description: The first of the lists that names it. A step that cannot be read is risky, too.
risk := concat("", ["its id \"", input.check.id, "\""]) if {
	matches(risky.steps, input.check.id)
} else := concat("", ["its tag \"", found[0], "\""]) if {
	risky.tags != []
	found := [tag | some tag in input.check.tags; matches(risky.tags, tag)]
	count(found) > 0
} else := concat("", ["its action \"", input.check.action, "\""]) if {
	matches(risky.actions, input.check.action)
} else := concat("", ["its criticality \"", input.check.criticality, "\""]) if {
	matches(risky.criticality, input.check.criticality)
} else := concat("", ["the capability \"", found[0], "\" that it needs"]) if {
	risky.capabilities != []
	found := [capability | some capability in input.check.capabilities; matches(risky.capabilities, capability)]
	count(found) > 0
} else := unread if {
	unsure
}

# METADATA
# description: What is said of a step that cannot be read.
unread := "what cannot be read in it"

# METADATA
# description: The lists.
risky := parameters.risky

# METADATA
# title: Why it cannot be told whether the step is risky
# description: A step may well have no tags; what is there and cannot be read may be one of those that are named.
unsure := "it is not known which step this is" if {
	not has_id
	some list in risky
	count(list) > 0
} else := "the tags of the step are no list of texts" if {
	risky.tags != []
	not texts(object.get(input.check, "tags", []))
} else := "the capabilities of the step are no list of texts" if {
	risky.capabilities != []
	not texts(object.get(input.check, "capabilities", []))
} else := "the action of the step is no text" if {
	risky.actions != []
	not is_string(object.get(input.check, "action", ""))
} else := "the criticality of the step is no text" if {
	risky.criticality != []
	not is_string(object.get(input.check, "criticality", ""))
}

# METADATA
# description: It is known which step this is.
has_id if is_string(input.check.id)

# METADATA
# title: Who may run risky steps as they are
# description: Everybody behind the run has one of the roles. Roles that are not known are none.
trusted if {
	some role in input.actor.roles
	role in parameters.auto_roles
	others := object.get(input, "others", [])
	is_array(others)
	every other in others {
		some held in other.roles
		held in parameters.auto_roles
	}
}

# METADATA
# title: What a pattern matches
# description: The name itself, or what "*" (anything) and "?" (one character) leave room for.
# scope: document
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

# METADATA
# description: Whether this is more than a name.
# scope: document
is_pattern(text) if contains(text, "*")

is_pattern(text) if contains(text, "?")

# METADATA
# description: Whether this is a list of texts, and nothing else.
texts(value) if {
	is_array(value)
	every text in value {
		is_string(text)
	}
}
