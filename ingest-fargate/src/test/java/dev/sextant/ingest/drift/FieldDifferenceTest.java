package dev.sextant.ingest.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class FieldDifferenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String first(String live, String recomputed) {
        try {
            return FieldDifference.first(
                            JSON.readTree(live.replace('\'', '"')), JSON.readTree(recomputed.replace('\'', '"')))
                    .map(first -> first.field() + " " + first.live() + " -> " + first.recomputed())
                    .orElse("equal");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void numbersAreEqualByValueAndAbsentIsNull() {
        assertEquals("equal", first("{'score':68,'p':1.50,'signal_id':null}", "{'p':1.5,'score':68.0}"));
        assertEquals("p 1.5 -> 1.5000001", first("{'p':1.5}", "{'p':1.5000001}"));
        assertEquals("signal_id null -> s1", first("{}", "{'signal_id':'s1'}"));
    }

    @Test
    void causesAreToldBeforeEffects() {
        String live = "{'taken':true,'score':80,'gate':{'code':'fired'},'indicators':{'atr_5m':80.25,'cvd_fast':'1'}}";
        String other = "{'taken':false,'score':70,'gate':{'code':'low'},'indicators':{'atr_5m':80.25,'cvd_fast':'2'}}";
        assertEquals("indicators.cvd_fast 1 -> 2", first(live, other));
    }

    @Test
    void aFactorIsCalledByItsName() {
        assertEquals(
                "factors.oi.points 2.5 -> 3",
                first(
                        "{'score':7,'factors':[{'name':'cvd','points':1},{'name':'oi','points':2.5}]}",
                        "{'score':8,'factors':[{'name':'cvd','points':1},{'name':'oi','points':3}]}"));
        assertEquals("factors.oi null -> {\"name\":\"oi\"}", first("{'factors':[]}", "{'factors':[{'name':'oi'}]}"));
    }

    @Test
    void onlyIndicatorsPriceAndCoverageAreOfTheRow() {
        assertTrue(new FieldDifference("indicators.vwap_30m", "1", "2").ofTheRow());
        assertTrue(new FieldDifference("covered.windows", "1", "2").ofTheRow());
        assertFalse(new FieldDifference("factors.cvd.points", "1", "2").ofTheRow());
    }
}
