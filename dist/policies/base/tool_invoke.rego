# METADATA
# title: Which tools may be called
# description: >-
#   The base policy adds nothing to the config: what `allowedMethods` and `blockedMethods` leave may be called.
#   The gate applies those two lists before it asks.
# scope: package
package visor.tool.invoke

allowed := true
