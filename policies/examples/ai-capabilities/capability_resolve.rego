# METADATA
# title: What the AI may do for whom
# description: >-
#   Takes away what the config gives, never the other way round: editing files is for developers and admins, a shell
#   is not for external contributors, and their AI searches and reads with a short list of tools.
# scope: package
package visor.capability.resolve

# The answer must be there even where nothing is taken away: without `capabilities` there is no answer at all, which
# is not the same as an answer that restricts nothing.
capabilities := object.union_n([edit, shell, tools])

default edit := {"allowEdit": false}

edit := {} if {
	some role in ["developer", "admin"]
	role in input.actor.roles
}

default shell := {}

shell := {"allowBash": false} if is_external

default tools := {}

tools := {"allowedTools": ["search_*", "get_*"]} if is_external

is_external if "external" in input.actor.roles

# Someone without any role is nobody we know.
is_external if not has_a_role

has_a_role if count(input.actor.roles) > 0
