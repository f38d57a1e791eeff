package main

import (
	"bufio"
	"encoding/hex"
	"log"
	"os"
	"strings"

	"github.com/customerio/go-customerio/v3"
	"services/set6/p30/enrol"
	"services/set6/p30/pseudonym"
)

func main() {
	pepper, err := hex.DecodeString(os.Getenv("PEPPER_HEX"))
	if err != nil {
		log.Fatal("PEPPER_HEX is not hex")
	}
	maker, err := pseudonym.New(pepper)
	if err != nil {
		log.Fatal(err)
	}
	desk := enrol.NewDesk(customerio.NewTrackClient(os.Getenv("CIO_SITE_ID"), os.Getenv("CIO_API_KEY")), maker.Of)
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		f := strings.Fields(sc.Text())
		if len(f) != 3 {
			log.Println("skipped a line")
			continue
		}
		if err := desk.Enrol(enrol.Member{NationalID: f[0], Programme: f[1], Language: f[2]}); err != nil {
			log.Println("enrol failed")
		}
	}
}
