package main

import (
	"crypto/x509"
	"encoding/pem"

	"github.com/lestrrat-go/jwx/v3/jwa"
	"github.com/lestrrat-go/jwx/v3/jwk"
	"github.com/lestrrat-go/jwx/v3/jwt"
	"github.com/open-policy-agent/opa/v1/bundle"
)

// signerID is where OPA finds our signer: its own reads the key and the scope from files, and here are none.
const signerID = "stepgate"

type bundleSigner struct {
	by *bundleKey
}

// sign puts a signature over all files into the bundle, as `opa build --signing-key` does.
func sign(b *bundle.Bundle, by *bundleKey) error {
	if err := by.check("PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"); err != nil {
		return err
	}
	if err := bundle.RegisterSigner(signerID, bundleSigner{by}); err != nil {
		return err
	}
	if err := b.GenerateSignature(&bundle.SigningConfig{Plugin: signerID}, by.KeyID, false); err != nil {
		return err
	}
	// Whoever verifies needs no plugin of that name.
	b.Signatures.Plugin = ""
	return nil
}

func (s bundleSigner) GenerateSignedToken(files []bundle.FileInfo, _ *bundle.SigningConfig, keyID string) (string, error) {
	claims := jwt.NewBuilder().Claim("files", files)
	if keyID != "" {
		claims.Claim("keyid", keyID)
	}
	if s.by.Scope != "" {
		claims.Claim("scope", s.by.Scope)
	}
	token, err := claims.Build()
	if err != nil {
		return "", err
	}
	algorithm, known := jwa.LookupSignatureAlgorithm(s.by.Algorithm)
	if !known {
		return "", badKey("%q is no algorithm that signs bundles", s.by.Algorithm)
	}
	private, err := s.by.private()
	if err != nil {
		return "", badKey("the key to sign with cannot be read: %v", err)
	}
	key, err := jwk.Import(private)
	if err != nil {
		return "", badKey("the key to sign with cannot be used: %v", err)
	}
	if keyID != "" {
		if err := key.Set(jwk.KeyIDKey, keyID); err != nil {
			return "", err
		}
	}
	signed, err := jwt.Sign(token, jwt.WithKey(algorithm, key))
	if err != nil {
		return "", badKey("the key does not sign with %s: %v", s.by.Algorithm, err)
	}
	return string(signed), nil
}

func (k *bundleKey) private() (any, error) {
	if k.isShared() {
		return []byte(k.Key), nil
	}
	block, _ := pem.Decode([]byte(k.Key))
	switch block.Type {
	case "RSA PRIVATE KEY":
		return x509.ParsePKCS1PrivateKey(block.Bytes)
	case "EC PRIVATE KEY":
		return x509.ParseECPrivateKey(block.Bytes)
	}
	return x509.ParsePKCS8PrivateKey(block.Bytes)
}
