# Whom the pack is about.
package stepgate.packs.time_restrictions

# METADATA
# title: Whom this is about
# description: The step is one of those that the parameters name, and somebody behind the run is not exempt.
default concerned := false

concerned if {
	selected
	not exempt
}

# METADATA
# title: The steps that are meant
# description: >-
#   All of them, or those that one of the three lists names. What is undefined is looked for anew each time, so that this
#   has a value in any case.
# scope: document
default selected := false

selected if not chooses_steps

selected if matches(steps, input.check.id)

selected if {
	some tag in input.check.tags
	matches(tags, tag)
}

selected if matches(actions, input.check.action)

# METADATA
# description: One of the lists has a first entry. What is no list names nothing, and so all steps are meant.
# scope: document
chooses_steps if steps[0]

chooses_steps if tags[0]

chooses_steps if actions[0]

# METADATA
# description: The ids that the parameters name.
steps := object.get(parameters, "steps", [])

# METADATA
# description: The tags that the parameters name.
tags := object.get(parameters, "tags", [])

# METADATA
# description: The actions that the parameters name.
actions := object.get(parameters, "actions", [])

# METADATA
# title: Why it cannot be told whether the step is meant
# description: >-
#   A step may well have no tags and no action. What is there and cannot be read may be a way past the rules.
unsure := "it is not known which step this is" if {
	not selected
	not has_id
} else := "the tags of the step are no list of texts" if {
	not selected
	count(tags) > 0
	not texts(object.get(input.check, "tags", []))
} else := "the action of the step is no text" if {
	not selected
	count(actions) > 0
	not is_string(object.get(input.check, "action", ""))
}

# METADATA
# description: It is known which step this is.
has_id if is_string(input.check.id)

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

# METADATA
# title: Who is exempt
# description: Everybody behind the run has one of the roles. Roles that are not known exempt nobody.
default exempt := false

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
