# METADATA
# title: What the step, its agent and this run are
# description: >-
#   What the rules look at, each part only where it is what it has to be. The config's parser refuses everything else;
#   somebody who asks these rules directly is told that it is not known.
# scope: package
package stepgate.packs.capabilities.asked

names_step if is_object(input.check)

says(key) if {
	_ = input.check[key]
}

params := data.stepgate.parameters.capabilities if {
	is_object(data.stepgate.parameters.capabilities)
} else := {}

# What the step needs

needs := names(object.get(input, ["check", "capabilities"], []))

knows_needs if {
	names_step
	needs == object.get(input, ["check", "capabilities"], [])
}

# METADATA
# description: The names in a value, and none at all where any part of it is something else.
names(value) := value if {
	is_array(value)
	every name in value {
		is_string(name)
		name != ""
	}
} else := []

# METADATA
# description: True where the pattern stands for the name; `prefix.*` stands for the names below the prefix, not for itself.
covers(pattern, name) if pattern == name

covers("*", _)

covers(pattern, name) if {
	some ending in [".*", ":*"]
	endswith(pattern, ending)
	startswith(name, trim_suffix(pattern, "*"))
}

# What is asked of a capability is asked of a step that needs all of its kind, too.
touches(pattern, name) if covers(pattern, name)

touches(pattern, name) if covers(name, pattern)

# What the agent is

agent_name := input.check.agent if {
	is_string(input.check.agent)
	input.check.agent != ""
}

agent := input.agent if {
	is_object(input.agent)
	input.agent.name == agent_name
	declared := object.get(input.agent, "capabilities", null)
	is_array(declared)
	names(declared) == declared
	is_object(object.get(input.agent, "approvals", {}))
	modes := object.get(input.agent, "runModes", [])
	is_array(modes)
	names(modes) == modes
}

# The run

# Whatever is not one of the two modes is as good as none.
run_mode := input.runMode if {
	input.runMode in {"consumer", "enterprise"}
} else := "unknown"

knows_people if {
	names_roles(input.actor)
	is_array(others)
	every other in others {
		names_roles(other)
	}
}

names_roles(person) if {
	is_array(person.roles)
	names(person.roles) == person.roles
}

others := object.get(input, "others", [])

# METADATA
# description: Everybody on whose behalf the run acts. What one of them is not granted, the run is not granted.
people := array.concat([person_of(input.actor, "the actor")], [person_of(other, "somebody") | some other in others]) if {
	knows_people
}

person_of(person, nameless) := {"name": name_of(person, nameless), "roles": person.roles}

# A message made of what is no text is undefined, and with it what it says.
name_of(person, nameless) := person.login if {
	is_string(person.login)
} else := nameless
