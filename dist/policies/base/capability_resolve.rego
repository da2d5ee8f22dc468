# METADATA
# title: What an AI step may do
# description: >-
#   The base policy takes nothing away: an AI step keeps the capabilities that the config gives it.
#   An empty object restricts nothing.
# scope: package
package visor.capability.resolve

capabilities := {}
