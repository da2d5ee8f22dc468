package main

import (
	"slices"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// refused are the builtins that reach the network or the host, each with the way out.
// They are gone from the capabilities, so that using one is a compile error with its place.
var refused = map[string]string{
	"http.send":          "a policy may not reach the network, so that the same facts always give the same decision; put what it needs into the file named by \"policy.data\" and read data.<key>",
	"net.lookup_ip_addr": "a policy may not reach the network; put the addresses into the file named by \"policy.data\" and read data.<key>",
	"opa.runtime":        "a policy may not see the host's environment or configuration; put what it needs into the file named by \"policy.data\" and read data.<key>",
}

// capabilities are those of this OPA, less what reaches the network or the host.
var capabilities = sync.OnceValue(func() *ast.Capabilities {
	c := ast.CapabilitiesForThisVersion()
	c.Builtins = slices.DeleteFunc(c.Builtins, func(b *ast.Builtin) bool {
		_, gone := refused[b.Name]
		return gone
	})
	// Empty, not nil: no host at all. It also forbids remote $ref in JSON schemas.
	c.AllowNet = []string{}
	return c
})

// sdkBuiltins are what the npm package @open-policy-agent/opa-wasm adds in JavaScript.
var sdkBuiltins = []string{"json.is_valid", "regex.split", "sprintf", "yaml.is_valid", "yaml.marshal", "yaml.unmarshal"}
