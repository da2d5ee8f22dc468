package main

import (
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"strings"
	"time"

	"github.com/open-policy-agent/opa/v1/bundle"
	"github.com/open-policy-agent/opa/v1/keys"
)

// A bundleKey is a key as the config has it, to verify with or to sign with.
type bundleKey struct {
	Key       string `json:"key"`
	KeyID     string `json:"keyId"`
	Algorithm string `json:"algorithm"`
	Scope     string `json:"scope"`
}

func badKey(format string, args ...any) error {
	return problems{{Code: "ERR_BUNDLE_KEY", Message: fmt.Sprintf(format, args...)}}
}

// isShared is true for the algorithms of which both sides have the same secret.
func (k *bundleKey) isShared() bool { return strings.HasPrefix(k.Algorithm, "HS") }

// check refuses a key that OPA could use, but that protects nothing.
func (k *bundleKey) check(wanted ...string) error {
	if !keys.IsSupportedAlgorithm(k.Algorithm) && k.Algorithm != "EdDSA" {
		return badKey("%q is no algorithm that signs bundles", k.Algorithm)
	}
	if k.isShared() {
		if strings.Contains(k.Key, "-----BEGIN") {
			return badKey("the key is a PEM, and with %s it would be a secret: whoever knows the public key could sign; name the algorithm of the key, for example RS256", k.Algorithm)
		}
		if strings.TrimSpace(k.Key) == "" {
			return badKey("the secret for %s is empty", k.Algorithm)
		}
		return nil
	}
	block, _ := pem.Decode([]byte(k.Key))
	if block == nil {
		return badKey("the key for %s is not a PEM", k.Algorithm)
	}
	for _, kind := range wanted {
		if block.Type == kind {
			return nil
		}
	}
	return badKey("the key for %s is a PEM of the kind %q, and must be one of %s", k.Algorithm, block.Type, strings.Join(wanted, ", "))
}

// verification is OPA's own config for this key. The key's algorithm counts, and never what the signature says of itself.
func (k *bundleKey) verification() (*bundle.VerificationConfig, error) {
	// A private key in a repository is no secret any more: whoever reads it could sign.
	if err := k.check("PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE"); err != nil {
		return nil, err
	}
	known := map[string]*bundle.KeyConfig{k.KeyID: {Key: k.Key, Algorithm: k.Algorithm, Scope: k.Scope}}
	return bundle.NewVerificationConfig(known, k.KeyID, k.Scope, nil), nil
}

// checkTime holds a verified signature to its own `exp` and `nbf` (RFC 7519), at which OPA does not look.
func checkTime(signatures []string, now time.Time) error {
	for _, token := range signatures {
		_, rest, _ := strings.Cut(token, ".")
		payload, _, _ := strings.Cut(rest, ".")
		text, err := base64.RawURLEncoding.DecodeString(payload)
		if err != nil {
			return err
		}
		var claims struct {
			Expires   *float64 `json:"exp"`
			NotBefore *float64 `json:"nbf"`
		}
		if err := json.Unmarshal(text, &claims); err != nil {
			return err
		}
		seconds := float64(now.Unix())
		if claims.Expires != nil && seconds >= *claims.Expires {
			return fmt.Errorf("the signature has expired (exp %.0f)", *claims.Expires)
		}
		if claims.NotBefore != nil && seconds < *claims.NotBefore {
			return fmt.Errorf("the signature is not valid yet (nbf %.0f)", *claims.NotBefore)
		}
	}
	return nil
}
