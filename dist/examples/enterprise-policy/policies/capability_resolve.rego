# What an AI step may do. This file is written in Rego v0 on purpose, as policies from before OPA 1.0 are: no `if`,
# no `contains`. It works beside the others, which are v1; the version is found out file by file.
package visor.capability.resolve

is_trusted { input.actor.roles[_] == "developer" }

is_trusted { input.actor.roles[_] == "admin" }

# A partial object is there even where none of its rules holds: `{}` takes nothing away.
capabilities["allowEdit"] = false { not is_trusted }

capabilities["allowBash"] = false { input.actor.roles[_] == "external" }

capabilities["allowBash"] = false { not is_trusted }

capabilities["allowedTools"] = ["search_*", "get_*"] { not is_trusted }
