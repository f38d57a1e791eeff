package settings

import (
	"fmt"
	"os"
	"strings"
)

type CustomerIO struct {
	Site, Key, Region string
}

const placeholder = "changeme"

func lookup(name, def string) string {
	if v := strings.TrimSpace(os.Getenv(name)); v != "" {
		return v
	}
	return def
}

func Read() (CustomerIO, error) {
	c := CustomerIO{
		Site:   lookup("CUSTOMERIO_SITE_ID", placeholder),
		Key:    lookup("CUSTOMERIO_API_KEY", placeholder),
		Region: lookup("CUSTOMERIO_REGION", "eu"),
	}
	for name, v := range map[string]string{"site": c.Site, "key": c.Key} {
		if v == placeholder {
			return CustomerIO{}, fmt.Errorf("settings: customer.io %s is not set", name)
		}
	}
	return c, nil
}
