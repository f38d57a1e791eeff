// Mode: never.

// Package sources reads sensitive values by every kind of name.
package sources

import (
	"database/sql"
	"net/http"
	"time"

	customerio "github.com/customerio/go-customerio/v3"
)

type account struct {
	Name              string
	SSN               string
	Password          []byte
	TaxID             *string
	IBAN              sql.NullString
	passportNumber    string
	PasswordChangedAt time.Time
	CardBrand         string
	TokenCount        int
	HasPassword       bool
	CVV               bool
	SSNVerified       string
	Secretary         string
}

func fieldsOfAStruct(c *customerio.CustomerIO, a account) {
	c.Identify("u1", map[string]any{
		"a": a.SSN,              // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": a.Password,         // want `never-send value Password reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": string(a.Password), // want `never-send value Password reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": a.TaxID,            // want `never-send value TaxID reaches \(\*customerio.CustomerIO\).Identify under "d"`
		"e": *a.TaxID,           // want `never-send value TaxID reaches \(\*customerio.CustomerIO\).Identify under "e"`
		"f": a.IBAN.String,      // want `never-send value IBAN reaches \(\*customerio.CustomerIO\).Identify under "f"`
		"g": a.passportNumber,   // want `never-send value passportNumber reaches \(\*customerio.CustomerIO\).Identify under "g"`
	})
}

func harmlessFieldsOfAStruct(c *customerio.CustomerIO, a account) {
	c.Identify("u1", map[string]any{
		"a": a.Name,
		"b": a.PasswordChangedAt,
		"c": a.CardBrand,
		"d": a.TokenCount,
		"e": a.HasPassword,
		"f": a.CVV,
		"g": a.SSNVerified,
		"h": a.Secretary,
		"i": a.IBAN.Valid,
	})
}

func fieldBehindAPointer(c *customerio.CustomerIO, a *account) {
	c.Identify("u1", map[string]any{"note": a.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func fieldOfAnElement(c *customerio.CustomerIO, all []account) {
	c.Identify("u1", map[string]any{"note": all[0].SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessFieldOfAnElement(c *customerio.CustomerIO, all []account) {
	c.Identify("u1", map[string]any{"note": all[0].Name})
}

func fieldOfAMapElement(c *customerio.CustomerIO, all map[string]account) {
	c.Identify("u1", map[string]any{"note": all["owner"].SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

// GetSSN is a getter as generated code has it.
func (a *account) GetSSN() string { return a.SSN }

// GetName is its harmless neighbour.
func (a *account) GetName() string { return a.Name }

// HasSSN answers yes or no.
func (a *account) HasSSN() bool { return a.SSN != "" }

func getter(c *customerio.CustomerIO, a *account) {
	c.Identify("u1", map[string]any{"note": a.GetSSN()}) // want `never-send value (Get)?SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessGetters(c *customerio.CustomerIO, a *account) {
	c.Identify("u1", map[string]any{"note": a.GetName(), "complete": a.HasSSN()})
}

// vault is known by its methods only.
type vault interface {
	Password() string
	APIKey() (string, error)
	TokenCount() int
	PasswordSet() bool
	Label() string
}

func getterOfAnInterface(c *customerio.CustomerIO, v vault) {
	c.Identify("u1", map[string]any{"note": v.Password()}) // want `never-send value Password reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func getterWithAnError(c *customerio.CustomerIO, v vault) error {
	k, err := v.APIKey()
	if err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"note": k}) // want `never-send value APIKey reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessGettersOfAnInterface(c *customerio.CustomerIO, v vault) {
	c.Identify("u1", map[string]any{"a": v.TokenCount(), "b": v.PasswordSet(), "c": v.Label()})
}

func parameter(c *customerio.CustomerIO, ssn string) {
	c.Identify("u1", map[string]any{"note": ssn}) // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessParameters(c *customerio.CustomerIO, name, cardBrand, ssnStatus string, tokenCount int, passwordExpired bool) {
	c.Identify("u1", map[string]any{"a": name, "b": cardBrand, "c": ssnStatus, "d": tokenCount, "e": passwordExpired})
}

func parameterOfSeveral(c *customerio.CustomerIO, first, password, last string) {
	c.Identify("u1", map[string]any{"name": first + " " + last, "note": password}) // want `never-send value password reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func namedResult(c *customerio.CustomerIO, fetch func() string) (cardNumber string) {
	cardNumber = fetch()
	c.Identify("u1", map[string]any{"note": cardNumber}) // want `never-send value cardNumber reaches \(\*customerio.CustomerIO\).Identify under "note"`
	return
}

func localVariable(c *customerio.CustomerIO, fetch func() string) {
	ssn := fetch()
	c.Identify("u1", map[string]any{"note": ssn}) // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessLocalVariable(c *customerio.CustomerIO, fetch func() string) {
	name := fetch()
	c.Identify("u1", map[string]any{"note": name})
}

func localVariableDeclared(c *customerio.CustomerIO, fetch func() string) {
	var apiKey = fetch()
	c.Identify("u1", map[string]any{"note": apiKey}) // want `never-send value apiKey reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func localVariableOfARange(c *customerio.CustomerIO, all []string) {
	for _, iban := range all {
		c.Identify("u1", map[string]any{"note": iban}) // want `never-send value iban reaches \(\*customerio.CustomerIO\).Identify under "note"`
	}
}

func harmlessLocalVariableOfARange(c *customerio.CustomerIO, all []string) {
	for _, plan := range all {
		c.Identify("u1", map[string]any{"note": plan})
	}
}

func flagNamedLikeASource(c *customerio.CustomerIO, password bool, ssn time.Time) {
	c.Identify("u1", map[string]any{"a": password, "b": ssn})
}

func indexOfAMap(c *customerio.CustomerIO, body map[string]any) {
	c.Identify("u1", map[string]any{"note": body["ssn"]}) // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessIndexOfAMap(c *customerio.CustomerIO, body map[string]any) {
	c.Identify("u1", map[string]any{"note": body["city"], "complete": body["ssn"] != nil})
}

func indexOfAMapWithAssertion(c *customerio.CustomerIO, body map[string]any) {
	c.Identify("u1", map[string]any{"note": body["profile"].(map[string]any)["tax_id"].(string)}) // want `never-send value tax_id reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func indexOfAMapCommaOK(c *customerio.CustomerIO, body map[string]string) {
	if v, ok := body["cvv"]; ok {
		c.Identify("u1", map[string]any{"note": v}) // want `never-send value cvv reaches \(\*customerio.CustomerIO\).Identify under "note"`
	}
}

func presenceOnly(c *customerio.CustomerIO, body map[string]string) {
	_, ok := body["cvv"]
	c.Identify("u1", map[string]any{"note": ok})
}

func formFields(c *customerio.CustomerIO, r *http.Request) {
	c.Identify("u1", map[string]any{
		"a": r.FormValue("ssn"),               // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": r.PostFormValue("password"),      // want `never-send value password reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": r.URL.Query().Get("card_number"), // want `never-send value card_number reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": r.PathValue("tax_id"),            // want `never-send value tax_id reaches \(\*customerio.CustomerIO\).Identify under "d"`
		"e": r.Form.Get("iban"),               // want `never-send value iban reaches \(\*customerio.CustomerIO\).Identify under "e"`
		"f": r.PostForm["cvv"],                // want `never-send value cvv reaches \(\*customerio.CustomerIO\).Identify under "f"`
	})
}

func harmlessFormFields(c *customerio.CustomerIO, r *http.Request) {
	c.Identify("u1", map[string]any{
		"a": r.FormValue("first_name"),
		"b": r.PostFormValue("plan"),
		"c": r.URL.Query().Get("utm_source"),
		"d": r.PathValue("slug"),
		"e": r.Form.Get("city"),
		"f": r.PostForm["colour"],
	})
}

func underAKeyNobodyKnows(c *customerio.CustomerIO, a account, k string) {
	m := map[string]any{}
	m[k] = a.SSN // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under an unknown key`
	c.Identify("u1", m)
}

func harmlessUnderAKeyNobodyKnows(c *customerio.CustomerIO, a account, k string) {
	m := map[string]any{}
	m[k] = a.Name
	c.Identify("u1", m)
}

func scanned(c *customerio.CustomerIO, row *sql.Row) error {
	var a account
	if err := row.Scan(&a.Name, &a.SSN); err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"name": a.Name, "note": a.SSN}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessScanned(c *customerio.CustomerIO, row *sql.Row) error {
	var a account
	if err := row.Scan(&a.Name, &a.SSN); err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"name": a.Name})
}

func scannedIntoALocalVariable(c *customerio.CustomerIO, row *sql.Row) error {
	var name, ssn string
	if err := row.Scan(&name, &ssn); err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"name": name, "note": ssn}) // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessScannedIntoALocalVariable(c *customerio.CustomerIO, row *sql.Row) error {
	var name, ssn string
	if err := row.Scan(&name, &ssn); err != nil {
		return err
	}
	return c.Identify("u1", map[string]any{"name": name, "complete": ssn != ""})
}

func basicAuth(c *customerio.CustomerIO, r *http.Request) {
	_, password, _ := r.BasicAuth()
	c.Identify("u1", map[string]any{"note": password}) // want `never-send value password reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessBasicAuth(c *customerio.CustomerIO, r *http.Request) {
	name, _, ok := r.BasicAuth()
	c.Identify("u1", map[string]any{"note": name, "signed_in": ok})
}
