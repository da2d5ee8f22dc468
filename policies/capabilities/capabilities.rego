# METADATA
# title: What agents are able to do
# description: >-
#   Holds a step to the profile of its agent: `capabilities` of the step against those that the profile declares, the
#   approvals that these need, and the run modes in which they may be used. A step that names neither an agent nor
#   capabilities is none of its business.
# scope: package
package stepgate.packs.capabilities

import data.stepgate.packs.capabilities.asked

# METADATA
# title: The answer of this pack
# description: Left undefined for a step that names neither an agent nor a capability.
# scope: rule
answer := {"deny": deny, "approve": approve, "unknown": unknown} if concerns_us

# A key counts as written whatever its value is, and an input without a step is not a step that needs nothing.
concerns_us if not asked.names_step

concerns_us if asked.says("agent")

concerns_us if asked.says("capabilities")

require_agent := object.get(asked.params, "require_agent", true)

who := concat("", ["the agent ", quoted(asked.agent_name)])

# Denials

deny contains found("missing_capability", message, way_out) if {
	missing := [need | some need in asked.needs; not declares(need)]
	count(missing) > 0
	message := concat("", [who, " does not have the ", listed(missing), " that this step needs"])
	way_out := concat("", [
		"declare it in the front matter of the agent's agent.md, take it out of the step's \"capabilities\", ",
		"or give the step to an agent that has it",
	])
}

declares(need) if {
	some pattern in asked.agent.capabilities
	asked.covers(pattern, need)
}

# Where the profile is not there, that is what is said, and not that each capability is missing.
declares(_) if not asked.agent

deny contains found("missing_capability", message, way_out) if {
	known := asked.params.known
	odd := [need | some need in asked.needs; not need in known]
	count(odd) > 0
	message := concat("", ["this step needs the ", listed(odd), ", which the parameter \"known\" does not list"])
	way_out := "mend the name in the step's \"capabilities\", or add it to \"known\""
}

deny contains found("missing_capability", message, way_out) if {
	asked.params.grants
	some person in asked.people
	missing := [need | some need in asked.needs; not granted(person, need)]
	count(missing) > 0
	message := concat("", [person.name, has(person), ", which does not grant the ", listed(missing)])
	way_out := "have it run by somebody whose role grants it, or add it to the role in the parameter \"grants\""
}

granted(person, need) if {
	some role in person.roles
	some pattern in asked.params.grants[role]
	asked.covers(pattern, need)
}

deny contains found("agent_unknown", message, way_out) if {
	count(asked.needs) > 0
	require_agent != false
	not asked.says("agent")
	message := concat("", ["this step needs the ", listed(asked.needs), " and names no agent that could have it"])
	way_out := "name the agent in the step's \"agent\", or set the parameter \"require_agent\" to false"
}

deny contains found("run_mode_mismatch", message, way_out) if {
	modes := asked.agent.runModes
	asked.run_mode != "unknown"
	not asked.run_mode in modes
	message := concat("", [who, " runs in the mode ", concat(" or ", modes), ", and this is a run in the mode ", asked.run_mode])
	way_out := "run it in that mode, or add the mode to \"run_modes\" in the agent's agent.md"
}

deny contains found("run_mode_mismatch", message, way_out) if {
	forbidden := forbidden_in(asked.run_mode)
	count(forbidden) > 0
	message := concat("", ["no step may use the ", listed(forbidden), " in the mode ", asked.run_mode])
	way_out := "run it in the other mode, or take the capability out of the parameter \"run_modes\""
}

# `*` is about whatever the agent does, and so about a step that needs no capability as well.
deny contains found("run_mode_mismatch", message, way_out) if {
	count(asked.needs) == 0
	forbids_all(asked.run_mode)
	message := concat("", ["no step that names an agent or capabilities may run in the mode ", asked.run_mode])
	way_out := "run it in the other mode, or take \"*\" out of the parameter \"run_modes\""
}

deny contains found("run_mode_mismatch", message, way_out) if {
	asked.run_mode == "unknown"
	needs_mode
	message := "it depends on the run mode whether this step may run, and the mode of this run is not known"
	way_out := "set the input \"run-mode\" or the variable RUN_MODE to consumer or enterprise"
}

needs_mode if asked.agent.runModes

needs_mode if {
	some mode, _ in asked.params.run_modes
	count(forbidden_in(mode)) > 0
}

needs_mode if {
	some mode, _ in asked.params.run_modes
	forbids_all(mode)
}

forbids_all(mode) if "*" in asked.params.run_modes[mode].deny

forbidden_in(mode) := [need |
	some need in asked.needs
	some pattern in object.get(asked.params, ["run_modes", mode, "deny"], [])
	asked.touches(pattern, need)
]

# Approvals

approve contains approval(message, asks.rule) if {
	some asks in asked_for
	names_somebody(asks.rule)
	message := concat("", [asks.of, " needs approval for ", concat(", ", asks.concerned)])
}

asked_for contains {"of": who, "pattern": pattern, "rule": rule, "concerned": concerned} if {
	some pattern, rule in asked.agent.approvals
	concerned := concerned_by(pattern)
	count(concerned) > 0
}

asked_for contains {"of": "this step", "pattern": pattern, "rule": rule, "concerned": concerned} if {
	some pattern, rule in asked.params.approvals
	concerned := concerned_by(pattern)
	count(concerned) > 0
}

# `*` is asked of whatever the agent does, of a step without capabilities as well.
concerned_by("*") := ["whatever it does"]

concerned_by(pattern) := sort([quoted(need) | some need in asked.needs; asked.touches(pattern, need)]) if pattern != "*"

# An approval that nobody can give is not asked for: that nobody can give it is what has to be known.
names_somebody(rule) if {
	is_object(rule)
	some key in ["roles", "teams", "users"]
	count(asked.names(rule[key])) > 0
}

approval(message, rule) := object.union(
	found("approval_required", message, "have it approved, as the report says by whom"),
	{"approvals": object.union({"count": 1, "roles": [], "teams": [], "users": []}, rule)},
)

# What cannot be decided

unknown contains found("missing_capability", message, way_out) if {
	not asked.knows_needs
	message := "it is not known what this step needs: its \"capabilities\" are not a list of names"
	way_out := "write \"capabilities\" of the step as a list of names"
}

unknown contains found("agent_unknown", message, way_out) if {
	asked.says("agent")
	not asked.agent
	message := concat("", ["nothing is known of the agent ", quoted(named), " that this step names"])
	way_out := "give it a profile, agent.md with a front matter, in a folder of its name below \"policy.agents\""
}

named := asked.agent_name if {
	asked.agent_name
} else := json.marshal(object.get(input, ["check", "agent"], null))

unknown contains found("approval_required", message, way_out) if {
	some asks in asked_for
	not names_somebody(asks.rule)
	message := concat("", ["nobody could approve ", quoted(asks.pattern), ": its approvals name no role, team or user"])
	way_out := "say in \"roles\", \"teams\" or \"users\" who approves"
}

# A misspelt name in the parameters is a rule that would never hold.
unknown contains found(idle.rule, message, way_out) if {
	known := asked.params.known
	some idle in ruled
	every name in known {
		not asked.covers(idle.pattern, name)
	}
	message := concat("", ["the parameter \"", idle.parameter, "\" names ", quoted(idle.pattern), ", which \"known\" does not list"])
	way_out := "mend the name in the parameters of this pack, or add it to \"known\""
}

ruled contains {"rule": "approval_required", "parameter": "approvals", "pattern": pattern} if {
	some pattern, _ in asked.params.approvals
}

ruled contains {"rule": "run_mode_mismatch", "parameter": "run_modes", "pattern": pattern} if {
	some mode in asked.params.run_modes
	some pattern in mode.deny
}

unknown contains found("missing_capability", message, way_out) if {
	asked.params.grants
	count(asked.needs) > 0
	not asked.knows_people
	message := "it is not known who is behind this run, or with which roles, and so not what they are granted"
	way_out := "see in the report why the roles could not be told"
}

has(person) := concat("", [" has ", concat(", ", person.roles)]) if {
	count(person.roles) > 0
} else := " has no role"

# Words

found(rule, message, way_out) := {"rule": rule, "message": message, "way_out": way_out}

listed(capabilities) := concat(" ", ["capability", quoted(capabilities[0])]) if {
	count(capabilities) == 1
} else := concat(" ", ["capabilities", concat(", ", sort([quoted(name) | some name in capabilities]))])

quoted(name) := concat("", ["\"", name, "\""])
