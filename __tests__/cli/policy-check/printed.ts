/** Policies as they are printed where people copy them from: an opt-in library with default allow, and policy-as-code. */

export const DEFAULT_ALLOW = `# policies/default.rego
package cmbagent.default

# DEFAULT POLICY: ALLOW ALL
# This is the default stance for scientific discovery workflows.
# CMBAgent is designed for research and experimentation, which requires
# maximum flexibility. Users can opt-in to stricter policies when needed.

import future.keywords.if
import future.keywords.in

# Default decision: ALLOW
default allow := true

# Default deny reasons (empty by default)
default deny_reasons := []

# Audit all decisions (even allows)
log_decision := {
    "decision": allow,
    "policy": "default_allow_all",
    "timestamp": time.now_ns(),
    "reason": "Default permissive policy"
}

# Optional: Warnings for sensitive operations
warnings[msg] {
    input.action == "file_delete"
    msg := "Warning: File deletion operation (allowed by default)"
}

warnings[msg] {
    input.action == "external_api_call"
    input.resource.url
    not startswith(input.resource.url, "https://")
    msg := "Warning: Non-HTTPS API call detected (allowed by default)"
}

# Cost warning (does not block)
warnings[msg] {
    input.action == "llm_call"
    input.estimated_cost_usd > 1.0
    msg := sprintf("Warning: High cost operation ($%.2f) - allowed by default", [input.estimated_cost_usd])
}
`

export const COST_CONTROL = `# policies/cost_control.rego
package cmbagent.cost_control

import future.keywords.if

# OPT-IN POLICY: Cost Control
# Enable this policy to enforce budget limits

default allow := true

# Block if cost exceeds budget
allow := false if {
    input.action == "llm_call"
    input.budget.remaining_usd < input.estimated_cost_usd
}

deny_reasons["budget_exceeded"] if {
    input.action == "llm_call"
    input.budget.remaining_usd < input.estimated_cost_usd
}

# Block expensive models for low-priority tasks
allow := false if {
    input.action == "llm_call"
    input.model in ["gpt-4", "claude-opus-4"]
    input.task_priority == "low"
}

deny_reasons["expensive_model_for_low_priority"] if {
    input.action == "llm_call"
    input.model in ["gpt-4", "claude-opus-4"]
    input.task_priority == "low"
}
`

export const DATA_PRIVACY = `# policies/data_privacy.rego
package cmbagent.data_privacy

import future.keywords.if

# OPT-IN POLICY: Data Privacy
# Prevent sensitive data exposure

default allow := true

# Block reading files with sensitive data patterns
allow := false if {
    input.action == "file_read"
    sensitive_file(input.resource.path)
}

sensitive_file(path) if {
    contains(path, ".env")
}

sensitive_file(path) if {
    contains(path, "credentials")
}

sensitive_file(path) if {
    contains(path, "secrets")
}

sensitive_file(path) if {
    endswith(path, ".pem")
}

sensitive_file(path) if {
    endswith(path, ".key")
}

deny_reasons["sensitive_file_access"] if {
    input.action == "file_read"
    sensitive_file(input.resource.path)
}
`

export const RATE_LIMITING = `# policies/rate_limiting.rego
package cmbagent.rate_limiting

import future.keywords.if

# OPT-IN POLICY: Rate Limiting
# Prevent API abuse

default allow := true

# Check rate limits
allow := false if {
    input.action == "llm_call"
    exceeds_rate_limit(input.agent, input.timewindow_seconds)
}

exceeds_rate_limit(agent, window) if {
    count(input.recent_calls[agent]) > 100
}

deny_reasons["rate_limit_exceeded"] if {
    input.action == "llm_call"
    exceeds_rate_limit(input.agent, input.timewindow_seconds)
}
`

export const DATA_ACCESS = `package orchestra.agent.data_access

import future.keywords.if

# Default deny all data access
default allow = false

# Allow access if agent user matches data owner
allow if {
    input.agent.user_id == input.data.owner_user_id
    input.data.classification in ["public", "internal"]
}

# Special handling for confidential data
allow if {
    input.agent.user_id == input.data.owner_user_id
    input.data.classification == "confidential"
    input.agent.permissions contains "confidential_data_access"
    valid_business_justification
}

# Never allow restricted data access by agents
allow if {
    input.data.classification == "restricted"
    false  # Always deny
}

# Business justification validation
valid_business_justification if {
    input.context.business_justification
    input.context.approval_id
    approval_not_expired
}

approval_not_expired if {
    now := time.now_ns()
    input.context.approval_expiry > now
}

# Violation handling
violation[{"msg": msg, "severity": "critical"}] {
    not allow
    input.data.classification in ["confidential", "restricted"]
    msg := sprintf("Unauthorized access attempt: Agent %s attempted to access %s data belonging to user %s",
                   [input.agent.id, input.data.classification, input.data.owner_user_id])
}
`
