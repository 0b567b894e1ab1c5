package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** From where the desk speaks to the exchange. */
class EgressTest {

    @Test
    void withRealMoneyWhoSignsLeavesThroughOneFixedAddressAndNobodyElseDoes() {
        assertEquals(
                Set.of("sextant-live-order-placer", "sextant-live-reconciler"), inTheNetwork(SynthesizedDesk.LIVE));
        assertEquals(1, SynthesizedDesk.LIVE.ofType("AWS::EC2::EIP").size());
        JsonNode gateway = SynthesizedDesk.LIVE.one("AWS::EC2::NatGateway", "Network");
        assertEquals(
                "<NetworkFixedAddress.AllocationId>",
                Cfn.text(gateway.path("AllocationId")).replaceAll("[0-9A-F]{8}\\.", "."));
    }

    @Test
    void theFixedAddressOutlivesTheStackThatTheExchangeKnowsItFrom() {
        SynthesizedDesk.LIVE.resources().forEach((id, resource) -> {
            if (resource.path("Type").asText().equals("AWS::EC2::EIP")) {
                assertEquals("Retain", resource.path("DeletionPolicy").asText(), id);
            }
        });
    }

    @Test
    void whoSignsSpeaksHttpsAloneAndHearsNobody() {
        for (String function : List.of("orderplacer", "reconciler")) {
            JsonNode group = SynthesizedDesk.LIVE.one("AWS::EC2::SecurityGroup", "Functions" + function + "OnlyOut");
            assertTrue(group.path("SecurityGroupIngress").isMissingNode());
            assertEquals(1, group.path("SecurityGroupEgress").size());
            assertEquals(
                    443,
                    group.path("SecurityGroupEgress").path(0).path("ToPort").asInt());
        }
    }

    @Test
    void theFunctionsOwnCodeCannotUseTheRightToMakeNetworkInterfaces() {
        List<Statement> denied = Statement.of(SynthesizedDesk.LIVE).stream()
                .filter(statement -> !statement.allows())
                .toList();
        assertEquals(2, denied.size());
        denied.forEach(statement -> assertTrue(statement.actions().contains("ec2:CreateNetworkInterface")));
    }

    @Test
    void withoutItNothingPaysForAGateway() {
        assertEquals(Set.of(), inTheNetwork(SynthesizedDesk.TESTNET));
        assertEquals(Map.of(), SynthesizedDesk.TESTNET.ofType("AWS::EC2::NatGateway"));
        assertEquals(Map.of(), SynthesizedDesk.TESTNET.ofType("AWS::EC2::EIP"));
    }

    private static Set<String> inTheNetwork(SynthesizedDesk desk) {
        Set<String> functions = new TreeSet<>();
        desk.ofType("AWS::Lambda::Function").values().stream()
                .filter(function -> function.has("VpcConfig"))
                .forEach(function -> functions.add(function.path("FunctionName").asText()));
        return functions;
    }
}
