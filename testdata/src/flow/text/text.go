// Mode: never.

// Package text formats, cuts and joins values with the standard library.
package text

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	customerio "github.com/customerio/go-customerio/v3"
)

type user struct {
	Name, Email, Plan string
	SSN               string
	TaxID             int64
	Password          string
	PasswordChangedAt time.Time
}

func stringsFunctionsCarry(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": strings.TrimSpace(u.SSN),                  // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": strings.ToUpper(u.SSN),                    // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": strings.ReplaceAll(u.SSN, "-", ""),        // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": strings.Join([]string{u.Name, u.SSN}, ""), // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "d"`
		"e": strings.Split(u.SSN, "-"),                 // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "e"`
		"f": strings.TrimPrefix(u.SSN, "no. "),         // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "f"`
		"g": strings.Fields(u.SSN)[0],                  // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "g"`
		"h": strings.Repeat(u.SSN, 2),                  // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "h"`
	})
}

func stringsFunctionsOnHarmlessText(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": strings.TrimSpace(u.Name),
		"b": strings.ToUpper(u.Name),
		"c": strings.ReplaceAll(u.Name, "-", ""),
		"d": strings.Join([]string{u.Name, u.Plan}, ""),
		"e": strings.Split(u.Email, "@"),
		"f": strings.TrimPrefix(u.Name, "Dr. "),
		"g": strings.Fields(u.Name)[0],
		"h": strings.Repeat("*", len(u.SSN)),
	})
}

func questionsCarryNothing(c *customerio.CustomerIO, u user, typed string) {
	c.Identify("u1", map[string]any{
		"a": strings.Contains(u.SSN, "-"),
		"b": strings.HasPrefix(u.SSN, "9"),
		"c": len(u.Password),
		"d": utf8.RuneCountInString(u.Password),
		"e": u.Password == typed,
		"f": strings.EqualFold(u.Password, u.Name),
		"g": strings.Index(u.SSN, "-"),
		"n": strings.IndexAny(u.SSN, "-"),
		"h": strings.Count(u.Password, "a"),
		"i": u.SSN != "",
		"j": strconv.Itoa(len(u.Password)),
		"k": fmt.Sprintf("%d characters", len(u.Password)),
		"l": strconv.FormatBool(u.SSN == ""),
		"m": bytes.Equal([]byte(u.Password), []byte(typed)),
	})
}

func concatenation(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": "no. " + u.SSN + "!"}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessConcatenation(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": "Dear " + u.Name + "!"})
}

func slicing(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": u.SSN[:3]}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func sprintf(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": fmt.Sprintf("%s (%s)", u.Name, u.SSN), // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": fmt.Sprint(u.SSN),                     // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": fmt.Sprintln("no.", u.SSN),            // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": fmt.Sprintf("%q", u.SSN),              // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "d"`
		"e": fmt.Appendf(nil, "%s", u.SSN),         // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "e"`
	})
}

func harmlessSprintf(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": fmt.Sprintf("%s (%s)", u.Name, u.Plan),
		"b": fmt.Sprint(u.Name),
		"c": fmt.Sprintln("no.", u.Plan),
		"d": fmt.Sprintf("%q", u.Name),
	})
}

type secretive struct {
	Name string
	ssn  string
}

func formattingAStructCarriesEveryField(c *customerio.CustomerIO, s secretive) {
	c.Identify("u1", map[string]any{"note": fmt.Sprintf("%+v", s)}) // want `never-send value ssn reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func formattingOneFieldOfAStruct(c *customerio.CustomerIO, s secretive) {
	c.Identify("u1", map[string]any{"note": fmt.Sprintf("%+v", s.Name)})
}

func numbers(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": u.TaxID,                             // want `never-send value TaxID reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": strconv.FormatInt(u.TaxID, 10),      // want `never-send value TaxID reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": strconv.Quote(u.SSN),                // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": fmt.Sprintf("%09d", u.TaxID),        // want `never-send value TaxID reaches \(\*customerio.CustomerIO\).Identify under "d"`
		"e": strconv.Itoa(int(u.TaxID)),          // want `never-send value TaxID reaches \(\*customerio.CustomerIO\).Identify under "e"`
		"f": strconv.AppendInt(nil, u.TaxID, 10), // want `never-send value TaxID reaches \(\*customerio.CustomerIO\).Identify under "f"`
	})
}

func comparedNumbers(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"a": u.TaxID > 0, "b": u.TaxID == 12})
}

func bytesFunctions(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": []byte(u.SSN),                          // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": string([]byte(u.SSN)),                  // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": string(bytes.TrimSpace([]byte(u.SSN))), // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": string([]rune(u.SSN)),                  // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "d"`
		"e": bytes.NewBufferString(u.SSN).String(),  // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "e"`
		"f": append([]byte("no. "), u.SSN...),       // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "f"`
	})
}

func stringsBuilder(c *customerio.CustomerIO, u user) {
	var b strings.Builder
	b.WriteString("no. ")
	b.WriteString(u.SSN)
	c.Identify("u1", map[string]any{"note": b.String()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessStringsBuilder(c *customerio.CustomerIO, u user) {
	var b strings.Builder
	b.WriteString("Dear ")
	b.WriteString(u.Name)
	c.Identify("u1", map[string]any{"note": b.String()})
}

func builderWrittenAfterItWasRead(c *customerio.CustomerIO, u user) string {
	var b strings.Builder
	b.WriteString(u.Name)
	c.Identify("u1", map[string]any{"note": b.String()})
	b.WriteString(u.SSN)
	return b.String()
}

func builderReset(c *customerio.CustomerIO, u user) {
	var b strings.Builder
	b.WriteString(u.SSN)
	size := b.Len()
	b.Reset()
	b.WriteString(u.Name)
	c.Identify("u1", map[string]any{"note": b.String(), "size": size})
}

func bytesBuffer(c *customerio.CustomerIO, u user) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s: %s", u.Name, u.SSN)
	c.Identify("u1", map[string]any{"note": b.String()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessBytesBuffer(c *customerio.CustomerIO, u user) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s: %s", u.Name, u.Plan)
	c.Identify("u1", map[string]any{"note": b.String()})
}

func writtenThroughAnInterface(c *customerio.CustomerIO, u user) {
	b := new(bytes.Buffer)
	var w io.Writer = b
	io.WriteString(w, u.SSN)
	c.Identify("u1", map[string]any{"note": b.String()}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func twoBuffersDoNotMix(c *customerio.CustomerIO, u user) string {
	var a, b bytes.Buffer
	a.WriteString(u.SSN)
	b.WriteString(u.Name)
	c.Identify("u1", map[string]any{"note": b.String()})
	return a.String()
}

func readBack(c *customerio.CustomerIO, u user) {
	b, _ := io.ReadAll(io.LimitReader(strings.NewReader(u.SSN), 64))
	c.Identify("u1", map[string]any{"note": string(b)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessReadBack(c *customerio.CustomerIO, u user) {
	b, _ := io.ReadAll(io.LimitReader(strings.NewReader(u.Name), 64))
	c.Identify("u1", map[string]any{"note": string(b)})
}

func urls(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": url.QueryEscape(u.SSN),             // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "a"`
		"b": "https://example.com/?id=" + u.SSN, // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "b"`
		"c": path.Join("people", u.SSN),         // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "c"`
		"d": (&url.URL{Path: u.SSN}).String(),   // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "d"`
	})
}

func harmlessURLs(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": url.QueryEscape(u.Name),
		"b": "https://example.com/?plan=" + u.Plan,
		"c": path.Join("people", u.Name),
		"d": (&url.URL{Path: u.Plan}).String(),
	})
}

func jsonText(c *customerio.CustomerIO, u user) {
	b, _ := json.Marshal([]string{u.Name, u.SSN})
	c.Identify("u1", map[string]any{"note": string(b)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessJSONText(c *customerio.CustomerIO, u user) {
	b, _ := json.Marshal([]string{u.Name, u.Plan})
	c.Identify("u1", map[string]any{"note": string(b)})
}

func dateOfAChangeIsHarmless(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{
		"a": u.PasswordChangedAt.Format(time.RFC3339),
		"b": u.PasswordChangedAt.Unix(),
		"c": time.Since(u.PasswordChangedAt).Hours(),
	})
}

func cut(c *customerio.CustomerIO, u user) {
	area, _, _ := strings.Cut(u.SSN, "-")
	c.Identify("u1", map[string]any{"note": area}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func harmlessCut(c *customerio.CustomerIO, u user) {
	_, domain, _ := strings.Cut(u.Email, "@")
	c.Identify("u1", map[string]any{"note": domain})
}

func replacer(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": strings.NewReplacer("-", "").Replace(u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}

func mappedText(c *customerio.CustomerIO, u user) {
	c.Identify("u1", map[string]any{"note": strings.Map(func(r rune) rune { return r }, u.SSN)}) // want `never-send value SSN reaches \(\*customerio.CustomerIO\).Identify under "note"`
}
