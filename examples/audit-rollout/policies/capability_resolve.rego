# METADATA
# title: No shell for the assistant
# description: In mode audit the assistant keeps its shell, and the report says that it would lose it.
# scope: package
package visor.capability.resolve

capabilities := {"allowBash": false}
