// Mode: never.

// Package paths puts identifiers into the paths of raw requests.
package paths

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

const base = "https://track.customer.io/api/v1"

func do(method, u string) error {
	req, err := http.NewRequest(method, u, nil)
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func added(id string) error {
	return do("POST", base+"/customers/"+id+"/suppress") // want `^customer ID is put into the path of /api/v1/customers/{customer ID}/suppress as it is: with "/", "\?" or "\.\." in it, it reaches another resource; use url.PathEscape$`
}

func formatted(id string) error {
	return do("POST", fmt.Sprintf("%s/customers/%s/suppress", base, id)) // want `customer ID is put into the path`
}

func joined(id string) error {
	u, err := url.JoinPath(base, "customers", id, "suppress") // want `customer ID is put into the path`
	if err != nil {
		return err
	}
	return do("POST", u)
}

func bySlashes(id string) error {
	return do("POST", strings.Join([]string{base, "customers", id, "suppress"}, "/")) // want `customer ID is put into the path`
}

type user struct{ ID string }

func ofField(u *user) error {
	return do("POST", base+"/customers/"+strings.TrimSpace(u.ID)+"/suppress") // want `customer ID is put into the path`
}

func ofRequest(r *http.Request) error {
	return do("POST", base+"/customers/"+r.PathValue("id")+"/suppress") // want `customer ID is put into the path`
}

// All that follows is fine.

func escaped(id string) error { return do("POST", base+"/customers/"+url.PathEscape(id)+"/suppress") }

func escapedBefore(id string) error {
	id = url.PathEscape(id)
	u, err := url.JoinPath(base, "customers", id, "suppress")
	if err != nil {
		return err
	}
	return do("POST", u)
}

// below is given what is escaped.
func below(path string) error { return do("POST", base+"/customers/"+path) }

func escapedByCaller(id string) error { return below(url.PathEscape(id) + "/suppress") }

func numbers(a int, b int64, c uint64) error {
	return errors.Join(do("POST", base+"/customers/"+strconv.Itoa(a)+"/suppress"),
		do("POST", fmt.Sprintf("%s/customers/%d/suppress", base, b)), do("POST", base+"/customers/"+strconv.FormatUint(c, 10)+"/suppress"))
}

// UUID is an array, and its text has no slash.
type UUID [16]byte

// String has hexadecimal digits and hyphens.
func (u UUID) String() string { return fmt.Sprintf("%x", u[:]) }

func uuid(id UUID) error {
	return errors.Join(do("POST", base+"/customers/"+id.String()+"/suppress"), do("POST", fmt.Sprintf("%s/customers/%s/suppress", base, id)))
}

var plain = regexp.MustCompile(`^[a-z0-9]+$`)

func validated(id string) error {
	if !plain.MatchString(id) {
		return errors.New("no ID of ours")
	}
	return do("POST", base+"/customers/"+id+"/suppress")
}

func constant() error { return do("POST", base+"/customers/system/suppress") }

func elsewhere(id string) error {
	return do("GET", "https://crm.example.com/api/v1/customers/"+id+"/notes")
}
