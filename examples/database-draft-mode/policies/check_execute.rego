# METADATA
# title: Who may let the database tool run, and how
# description: >-
#   Developers may. Reading needs nothing more; writing is modified: fewer calls and less time than the limits of the pack.
#   An effect changes how a step runs, never what it works on.
# scope: package
package visor.check.execute

default allowed := false

allowed if "developer" in input.actor.roles

reason := "the database tool is for developers" if not allowed

default effect := "allow"

effect := "modify" if writes

modify := {"limits": {"llm_calls": 5, "minutes": 10}} if writes

writes if endswith(input.check.action, "_write")
