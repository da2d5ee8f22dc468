# METADATA
# title: What the review may do
# description: >-
#   A change can talk to the model that reads it. For people from outside the model keeps what cannot harm: it reads and
#   searches. It edits for those who may push themselves, and has a shell for maintainers alone.
# scope: package
package visor.capability.resolve

import data.visor.trust

# For people from outside, and wherever nobody can tell.
default capabilities := {
	"allowEdit": false,
	"allowBash": false,
	"allowedTools": ["read_file", "search_*"],
}

# `{}` takes nothing away.
capabilities := {} if trust.maintainer

capabilities := {"allowBash": false} if {
	trust.insider
	not trust.maintainer
}
