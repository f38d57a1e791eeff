package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"os"
	"strings"
)

type pseudonyms struct{ key []byte }

func loadPseudonyms() (*pseudonyms, error) {
	key, err := base64.StdEncoding.DecodeString(os.Getenv("PSEUDONYM_KEY"))
	if err != nil {
		return nil, err
	}
	if len(key) < 32 {
		return nil, errors.New("PSEUDONYM_KEY is too short")
	}
	return &pseudonyms{key}, nil
}

func (p *pseudonyms) of(phone string) string {
	mac := hmac.New(sha256.New, p.key)
	mac.Write([]byte(strings.ReplaceAll(phone, " ", "")))
	return "anon_" + base64.RawURLEncoding.EncodeToString(mac.Sum(nil)[:18])
}
