# METADATA
# title: What the database tool may be called with
# description: >-
#   Reading is allowed. Writing for good asks for the approval of a dba, who answers for the data. What destroys is denied,
#   whoever asks. A call whose words nobody can see is denied as well.
# scope: package
package visor.tool.invoke

default effect := "deny"

default allowed := false

allowed if effect != "deny"

effect := "allow" if {
	known_words
	not destroys
	not writes_for_good
}

effect := "require_approval" if {
	known_words
	not destroys
	writes_for_good
}

approvals := {"count": 1, "roles": ["dba"]} if effect == "require_approval"

reason := "nobody can see what the tool is called with" if not known_words

reason := "a model does not drop, truncate or delete" if {
	known_words
	destroys
}

known_words if is_string(input.tool.arguments.request)

destroys if regex.match(`(?i)\b(drop|truncate|delete)\b`, input.tool.arguments.request)

writes_for_good if {
	input.tool.methodName == "natural_language_db_write"
	input.check.mode == "auto"
}
