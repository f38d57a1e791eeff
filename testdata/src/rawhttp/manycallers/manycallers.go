// Mode: always.

// Package manycallers sends every request by one helper: that it has many
// callers does not hide what one of them sends.
package manycallers

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
)

type person struct{ ID, Plan, SSN string }

func do(method, url string, body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return err
	}
	req, err := http.NewRequest(method, url, bytes.NewReader(b))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func leaks(p person) error {
	return do("PUT", "https://track.customer.io/api/v1/customers/"+url.PathEscape(p.ID), map[string]any{"ssn": p.SSN}) // want `never-send key "ssn"`
}

func other0(p person) error {
	return do("POST", "https://example.com/0", map[string]any{"plan": p.Plan})
}
func other1(p person) error {
	return do("POST", "https://example.com/1", map[string]any{"plan": p.Plan})
}
func other2(p person) error {
	return do("POST", "https://example.com/2", map[string]any{"plan": p.Plan})
}
func other3(p person) error {
	return do("POST", "https://example.com/3", map[string]any{"plan": p.Plan})
}
func other4(p person) error {
	return do("POST", "https://example.com/4", map[string]any{"plan": p.Plan})
}
func other5(p person) error {
	return do("POST", "https://example.com/5", map[string]any{"plan": p.Plan})
}
func other6(p person) error {
	return do("POST", "https://example.com/6", map[string]any{"plan": p.Plan})
}
func other7(p person) error {
	return do("POST", "https://example.com/7", map[string]any{"plan": p.Plan})
}
func other8(p person) error {
	return do("POST", "https://example.com/8", map[string]any{"plan": p.Plan})
}
func other9(p person) error {
	return do("POST", "https://example.com/9", map[string]any{"plan": p.Plan})
}
func other10(p person) error {
	return do("POST", "https://example.com/10", map[string]any{"plan": p.Plan})
}
func other11(p person) error {
	return do("POST", "https://example.com/11", map[string]any{"plan": p.Plan})
}
func other12(p person) error {
	return do("POST", "https://example.com/12", map[string]any{"plan": p.Plan})
}
func other13(p person) error {
	return do("POST", "https://example.com/13", map[string]any{"plan": p.Plan})
}
func other14(p person) error {
	return do("POST", "https://example.com/14", map[string]any{"plan": p.Plan})
}
func other15(p person) error {
	return do("POST", "https://example.com/15", map[string]any{"plan": p.Plan})
}
func other16(p person) error {
	return do("POST", "https://example.com/16", map[string]any{"plan": p.Plan})
}
func other17(p person) error {
	return do("POST", "https://example.com/17", map[string]any{"plan": p.Plan})
}
func other18(p person) error {
	return do("POST", "https://example.com/18", map[string]any{"plan": p.Plan})
}
func other19(p person) error {
	return do("POST", "https://example.com/19", map[string]any{"plan": p.Plan})
}
func other20(p person) error {
	return do("POST", "https://example.com/20", map[string]any{"plan": p.Plan})
}
func other21(p person) error {
	return do("POST", "https://example.com/21", map[string]any{"plan": p.Plan})
}
func other22(p person) error {
	return do("POST", "https://example.com/22", map[string]any{"plan": p.Plan})
}
func other23(p person) error {
	return do("POST", "https://example.com/23", map[string]any{"plan": p.Plan})
}
func other24(p person) error {
	return do("POST", "https://example.com/24", map[string]any{"plan": p.Plan})
}
func other25(p person) error {
	return do("POST", "https://example.com/25", map[string]any{"plan": p.Plan})
}
func other26(p person) error {
	return do("POST", "https://example.com/26", map[string]any{"plan": p.Plan})
}
func other27(p person) error {
	return do("POST", "https://example.com/27", map[string]any{"plan": p.Plan})
}
func other28(p person) error {
	return do("POST", "https://example.com/28", map[string]any{"plan": p.Plan})
}
func other29(p person) error {
	return do("POST", "https://example.com/29", map[string]any{"plan": p.Plan})
}
func other30(p person) error {
	return do("POST", "https://example.com/30", map[string]any{"plan": p.Plan})
}
func other31(p person) error {
	return do("POST", "https://example.com/31", map[string]any{"plan": p.Plan})
}
func other32(p person) error {
	return do("POST", "https://example.com/32", map[string]any{"plan": p.Plan})
}
func other33(p person) error {
	return do("POST", "https://example.com/33", map[string]any{"plan": p.Plan})
}
func other34(p person) error {
	return do("POST", "https://example.com/34", map[string]any{"plan": p.Plan})
}
func other35(p person) error {
	return do("POST", "https://example.com/35", map[string]any{"plan": p.Plan})
}
func other36(p person) error {
	return do("POST", "https://example.com/36", map[string]any{"plan": p.Plan})
}
func other37(p person) error {
	return do("POST", "https://example.com/37", map[string]any{"plan": p.Plan})
}
func other38(p person) error {
	return do("POST", "https://example.com/38", map[string]any{"plan": p.Plan})
}
func other39(p person) error {
	return do("POST", "https://example.com/39", map[string]any{"plan": p.Plan})
}
func other40(p person) error {
	return do("POST", "https://example.com/40", map[string]any{"plan": p.Plan})
}
func other41(p person) error {
	return do("POST", "https://example.com/41", map[string]any{"plan": p.Plan})
}
func other42(p person) error {
	return do("POST", "https://example.com/42", map[string]any{"plan": p.Plan})
}
func other43(p person) error {
	return do("POST", "https://example.com/43", map[string]any{"plan": p.Plan})
}
func other44(p person) error {
	return do("POST", "https://example.com/44", map[string]any{"plan": p.Plan})
}
func other45(p person) error {
	return do("POST", "https://example.com/45", map[string]any{"plan": p.Plan})
}
func other46(p person) error {
	return do("POST", "https://example.com/46", map[string]any{"plan": p.Plan})
}
func other47(p person) error {
	return do("POST", "https://example.com/47", map[string]any{"plan": p.Plan})
}
func other48(p person) error {
	return do("POST", "https://example.com/48", map[string]any{"plan": p.Plan})
}
func other49(p person) error {
	return do("POST", "https://example.com/49", map[string]any{"plan": p.Plan})
}
func other50(p person) error {
	return do("POST", "https://example.com/50", map[string]any{"plan": p.Plan})
}
func other51(p person) error {
	return do("POST", "https://example.com/51", map[string]any{"plan": p.Plan})
}
func other52(p person) error {
	return do("POST", "https://example.com/52", map[string]any{"plan": p.Plan})
}
func other53(p person) error {
	return do("POST", "https://example.com/53", map[string]any{"plan": p.Plan})
}
func other54(p person) error {
	return do("POST", "https://example.com/54", map[string]any{"plan": p.Plan})
}
func other55(p person) error {
	return do("POST", "https://example.com/55", map[string]any{"plan": p.Plan})
}
func other56(p person) error {
	return do("POST", "https://example.com/56", map[string]any{"plan": p.Plan})
}
func other57(p person) error {
	return do("POST", "https://example.com/57", map[string]any{"plan": p.Plan})
}
func other58(p person) error {
	return do("POST", "https://example.com/58", map[string]any{"plan": p.Plan})
}
func other59(p person) error {
	return do("POST", "https://example.com/59", map[string]any{"plan": p.Plan})
}
func other60(p person) error {
	return do("POST", "https://example.com/60", map[string]any{"plan": p.Plan})
}
func other61(p person) error {
	return do("POST", "https://example.com/61", map[string]any{"plan": p.Plan})
}
func other62(p person) error {
	return do("POST", "https://example.com/62", map[string]any{"plan": p.Plan})
}
func other63(p person) error {
	return do("POST", "https://example.com/63", map[string]any{"plan": p.Plan})
}
func other64(p person) error {
	return do("POST", "https://example.com/64", map[string]any{"plan": p.Plan})
}
func other65(p person) error {
	return do("POST", "https://example.com/65", map[string]any{"plan": p.Plan})
}
func other66(p person) error {
	return do("POST", "https://example.com/66", map[string]any{"plan": p.Plan})
}
func other67(p person) error {
	return do("POST", "https://example.com/67", map[string]any{"plan": p.Plan})
}
func other68(p person) error {
	return do("POST", "https://example.com/68", map[string]any{"plan": p.Plan})
}
func other69(p person) error {
	return do("POST", "https://example.com/69", map[string]any{"plan": p.Plan})
}
func other70(p person) error {
	return do("POST", "https://example.com/70", map[string]any{"plan": p.Plan})
}
func other71(p person) error {
	return do("POST", "https://example.com/71", map[string]any{"plan": p.Plan})
}
func other72(p person) error {
	return do("POST", "https://example.com/72", map[string]any{"plan": p.Plan})
}
func other73(p person) error {
	return do("POST", "https://example.com/73", map[string]any{"plan": p.Plan})
}
func other74(p person) error {
	return do("POST", "https://example.com/74", map[string]any{"plan": p.Plan})
}
func other75(p person) error {
	return do("POST", "https://example.com/75", map[string]any{"plan": p.Plan})
}
func other76(p person) error {
	return do("POST", "https://example.com/76", map[string]any{"plan": p.Plan})
}
func other77(p person) error {
	return do("POST", "https://example.com/77", map[string]any{"plan": p.Plan})
}
func other78(p person) error {
	return do("POST", "https://example.com/78", map[string]any{"plan": p.Plan})
}
func other79(p person) error {
	return do("POST", "https://example.com/79", map[string]any{"plan": p.Plan})
}
func other80(p person) error {
	return do("POST", "https://example.com/80", map[string]any{"plan": p.Plan})
}
func other81(p person) error {
	return do("POST", "https://example.com/81", map[string]any{"plan": p.Plan})
}
func other82(p person) error {
	return do("POST", "https://example.com/82", map[string]any{"plan": p.Plan})
}
func other83(p person) error {
	return do("POST", "https://example.com/83", map[string]any{"plan": p.Plan})
}
func other84(p person) error {
	return do("POST", "https://example.com/84", map[string]any{"plan": p.Plan})
}
func other85(p person) error {
	return do("POST", "https://example.com/85", map[string]any{"plan": p.Plan})
}
func other86(p person) error {
	return do("POST", "https://example.com/86", map[string]any{"plan": p.Plan})
}
func other87(p person) error {
	return do("POST", "https://example.com/87", map[string]any{"plan": p.Plan})
}
func other88(p person) error {
	return do("POST", "https://example.com/88", map[string]any{"plan": p.Plan})
}
func other89(p person) error {
	return do("POST", "https://example.com/89", map[string]any{"plan": p.Plan})
}
func other90(p person) error {
	return do("POST", "https://example.com/90", map[string]any{"plan": p.Plan})
}
func other91(p person) error {
	return do("POST", "https://example.com/91", map[string]any{"plan": p.Plan})
}
func other92(p person) error {
	return do("POST", "https://example.com/92", map[string]any{"plan": p.Plan})
}
func other93(p person) error {
	return do("POST", "https://example.com/93", map[string]any{"plan": p.Plan})
}
func other94(p person) error {
	return do("POST", "https://example.com/94", map[string]any{"plan": p.Plan})
}
func other95(p person) error {
	return do("POST", "https://example.com/95", map[string]any{"plan": p.Plan})
}
func other96(p person) error {
	return do("POST", "https://example.com/96", map[string]any{"plan": p.Plan})
}
func other97(p person) error {
	return do("POST", "https://example.com/97", map[string]any{"plan": p.Plan})
}
func other98(p person) error {
	return do("POST", "https://example.com/98", map[string]any{"plan": p.Plan})
}
func other99(p person) error {
	return do("POST", "https://example.com/99", map[string]any{"plan": p.Plan})
}
func other100(p person) error {
	return do("POST", "https://example.com/100", map[string]any{"plan": p.Plan})
}
func other101(p person) error {
	return do("POST", "https://example.com/101", map[string]any{"plan": p.Plan})
}
func other102(p person) error {
	return do("POST", "https://example.com/102", map[string]any{"plan": p.Plan})
}
func other103(p person) error {
	return do("POST", "https://example.com/103", map[string]any{"plan": p.Plan})
}
func other104(p person) error {
	return do("POST", "https://example.com/104", map[string]any{"plan": p.Plan})
}
func other105(p person) error {
	return do("POST", "https://example.com/105", map[string]any{"plan": p.Plan})
}
func other106(p person) error {
	return do("POST", "https://example.com/106", map[string]any{"plan": p.Plan})
}
func other107(p person) error {
	return do("POST", "https://example.com/107", map[string]any{"plan": p.Plan})
}
func other108(p person) error {
	return do("POST", "https://example.com/108", map[string]any{"plan": p.Plan})
}
func other109(p person) error {
	return do("POST", "https://example.com/109", map[string]any{"plan": p.Plan})
}
func other110(p person) error {
	return do("POST", "https://example.com/110", map[string]any{"plan": p.Plan})
}
func other111(p person) error {
	return do("POST", "https://example.com/111", map[string]any{"plan": p.Plan})
}
func other112(p person) error {
	return do("POST", "https://example.com/112", map[string]any{"plan": p.Plan})
}
func other113(p person) error {
	return do("POST", "https://example.com/113", map[string]any{"plan": p.Plan})
}
func other114(p person) error {
	return do("POST", "https://example.com/114", map[string]any{"plan": p.Plan})
}
func other115(p person) error {
	return do("POST", "https://example.com/115", map[string]any{"plan": p.Plan})
}
func other116(p person) error {
	return do("POST", "https://example.com/116", map[string]any{"plan": p.Plan})
}
func other117(p person) error {
	return do("POST", "https://example.com/117", map[string]any{"plan": p.Plan})
}
func other118(p person) error {
	return do("POST", "https://example.com/118", map[string]any{"plan": p.Plan})
}
func other119(p person) error {
	return do("POST", "https://example.com/119", map[string]any{"plan": p.Plan})
}
func other120(p person) error {
	return do("POST", "https://example.com/120", map[string]any{"plan": p.Plan})
}
func other121(p person) error {
	return do("POST", "https://example.com/121", map[string]any{"plan": p.Plan})
}
func other122(p person) error {
	return do("POST", "https://example.com/122", map[string]any{"plan": p.Plan})
}
func other123(p person) error {
	return do("POST", "https://example.com/123", map[string]any{"plan": p.Plan})
}
func other124(p person) error {
	return do("POST", "https://example.com/124", map[string]any{"plan": p.Plan})
}
func other125(p person) error {
	return do("POST", "https://example.com/125", map[string]any{"plan": p.Plan})
}
func other126(p person) error {
	return do("POST", "https://example.com/126", map[string]any{"plan": p.Plan})
}
func other127(p person) error {
	return do("POST", "https://example.com/127", map[string]any{"plan": p.Plan})
}
func other128(p person) error {
	return do("POST", "https://example.com/128", map[string]any{"plan": p.Plan})
}
func other129(p person) error {
	return do("POST", "https://example.com/129", map[string]any{"plan": p.Plan})
}
func other130(p person) error {
	return do("POST", "https://example.com/130", map[string]any{"plan": p.Plan})
}
func other131(p person) error {
	return do("POST", "https://example.com/131", map[string]any{"plan": p.Plan})
}
func other132(p person) error {
	return do("POST", "https://example.com/132", map[string]any{"plan": p.Plan})
}
func other133(p person) error {
	return do("POST", "https://example.com/133", map[string]any{"plan": p.Plan})
}
func other134(p person) error {
	return do("POST", "https://example.com/134", map[string]any{"plan": p.Plan})
}
func other135(p person) error {
	return do("POST", "https://example.com/135", map[string]any{"plan": p.Plan})
}
func other136(p person) error {
	return do("POST", "https://example.com/136", map[string]any{"plan": p.Plan})
}
func other137(p person) error {
	return do("POST", "https://example.com/137", map[string]any{"plan": p.Plan})
}
func other138(p person) error {
	return do("POST", "https://example.com/138", map[string]any{"plan": p.Plan})
}
func other139(p person) error {
	return do("POST", "https://example.com/139", map[string]any{"plan": p.Plan})
}
func other140(p person) error {
	return do("POST", "https://example.com/140", map[string]any{"plan": p.Plan})
}
func other141(p person) error {
	return do("POST", "https://example.com/141", map[string]any{"plan": p.Plan})
}
func other142(p person) error {
	return do("POST", "https://example.com/142", map[string]any{"plan": p.Plan})
}
func other143(p person) error {
	return do("POST", "https://example.com/143", map[string]any{"plan": p.Plan})
}
func other144(p person) error {
	return do("POST", "https://example.com/144", map[string]any{"plan": p.Plan})
}
func other145(p person) error {
	return do("POST", "https://example.com/145", map[string]any{"plan": p.Plan})
}
func other146(p person) error {
	return do("POST", "https://example.com/146", map[string]any{"plan": p.Plan})
}
func other147(p person) error {
	return do("POST", "https://example.com/147", map[string]any{"plan": p.Plan})
}
func other148(p person) error {
	return do("POST", "https://example.com/148", map[string]any{"plan": p.Plan})
}
func other149(p person) error {
	return do("POST", "https://example.com/149", map[string]any{"plan": p.Plan})
}
func other150(p person) error {
	return do("POST", "https://example.com/150", map[string]any{"plan": p.Plan})
}
func other151(p person) error {
	return do("POST", "https://example.com/151", map[string]any{"plan": p.Plan})
}
func other152(p person) error {
	return do("POST", "https://example.com/152", map[string]any{"plan": p.Plan})
}
func other153(p person) error {
	return do("POST", "https://example.com/153", map[string]any{"plan": p.Plan})
}
func other154(p person) error {
	return do("POST", "https://example.com/154", map[string]any{"plan": p.Plan})
}
func other155(p person) error {
	return do("POST", "https://example.com/155", map[string]any{"plan": p.Plan})
}
func other156(p person) error {
	return do("POST", "https://example.com/156", map[string]any{"plan": p.Plan})
}
func other157(p person) error {
	return do("POST", "https://example.com/157", map[string]any{"plan": p.Plan})
}
func other158(p person) error {
	return do("POST", "https://example.com/158", map[string]any{"plan": p.Plan})
}
func other159(p person) error {
	return do("POST", "https://example.com/159", map[string]any{"plan": p.Plan})
}
func other160(p person) error {
	return do("POST", "https://example.com/160", map[string]any{"plan": p.Plan})
}
func other161(p person) error {
	return do("POST", "https://example.com/161", map[string]any{"plan": p.Plan})
}
func other162(p person) error {
	return do("POST", "https://example.com/162", map[string]any{"plan": p.Plan})
}
func other163(p person) error {
	return do("POST", "https://example.com/163", map[string]any{"plan": p.Plan})
}
func other164(p person) error {
	return do("POST", "https://example.com/164", map[string]any{"plan": p.Plan})
}
func other165(p person) error {
	return do("POST", "https://example.com/165", map[string]any{"plan": p.Plan})
}
func other166(p person) error {
	return do("POST", "https://example.com/166", map[string]any{"plan": p.Plan})
}
func other167(p person) error {
	return do("POST", "https://example.com/167", map[string]any{"plan": p.Plan})
}
func other168(p person) error {
	return do("POST", "https://example.com/168", map[string]any{"plan": p.Plan})
}
func other169(p person) error {
	return do("POST", "https://example.com/169", map[string]any{"plan": p.Plan})
}
func other170(p person) error {
	return do("POST", "https://example.com/170", map[string]any{"plan": p.Plan})
}
func other171(p person) error {
	return do("POST", "https://example.com/171", map[string]any{"plan": p.Plan})
}
func other172(p person) error {
	return do("POST", "https://example.com/172", map[string]any{"plan": p.Plan})
}
func other173(p person) error {
	return do("POST", "https://example.com/173", map[string]any{"plan": p.Plan})
}
func other174(p person) error {
	return do("POST", "https://example.com/174", map[string]any{"plan": p.Plan})
}
func other175(p person) error {
	return do("POST", "https://example.com/175", map[string]any{"plan": p.Plan})
}
func other176(p person) error {
	return do("POST", "https://example.com/176", map[string]any{"plan": p.Plan})
}
func other177(p person) error {
	return do("POST", "https://example.com/177", map[string]any{"plan": p.Plan})
}
func other178(p person) error {
	return do("POST", "https://example.com/178", map[string]any{"plan": p.Plan})
}
func other179(p person) error {
	return do("POST", "https://example.com/179", map[string]any{"plan": p.Plan})
}
func other180(p person) error {
	return do("POST", "https://example.com/180", map[string]any{"plan": p.Plan})
}
func other181(p person) error {
	return do("POST", "https://example.com/181", map[string]any{"plan": p.Plan})
}
func other182(p person) error {
	return do("POST", "https://example.com/182", map[string]any{"plan": p.Plan})
}
func other183(p person) error {
	return do("POST", "https://example.com/183", map[string]any{"plan": p.Plan})
}
func other184(p person) error {
	return do("POST", "https://example.com/184", map[string]any{"plan": p.Plan})
}
func other185(p person) error {
	return do("POST", "https://example.com/185", map[string]any{"plan": p.Plan})
}
func other186(p person) error {
	return do("POST", "https://example.com/186", map[string]any{"plan": p.Plan})
}
func other187(p person) error {
	return do("POST", "https://example.com/187", map[string]any{"plan": p.Plan})
}
func other188(p person) error {
	return do("POST", "https://example.com/188", map[string]any{"plan": p.Plan})
}
func other189(p person) error {
	return do("POST", "https://example.com/189", map[string]any{"plan": p.Plan})
}
func other190(p person) error {
	return do("POST", "https://example.com/190", map[string]any{"plan": p.Plan})
}
func other191(p person) error {
	return do("POST", "https://example.com/191", map[string]any{"plan": p.Plan})
}
func other192(p person) error {
	return do("POST", "https://example.com/192", map[string]any{"plan": p.Plan})
}
func other193(p person) error {
	return do("POST", "https://example.com/193", map[string]any{"plan": p.Plan})
}
func other194(p person) error {
	return do("POST", "https://example.com/194", map[string]any{"plan": p.Plan})
}
func other195(p person) error {
	return do("POST", "https://example.com/195", map[string]any{"plan": p.Plan})
}
func other196(p person) error {
	return do("POST", "https://example.com/196", map[string]any{"plan": p.Plan})
}
func other197(p person) error {
	return do("POST", "https://example.com/197", map[string]any{"plan": p.Plan})
}
func other198(p person) error {
	return do("POST", "https://example.com/198", map[string]any{"plan": p.Plan})
}
func other199(p person) error {
	return do("POST", "https://example.com/199", map[string]any{"plan": p.Plan})
}
