package dev.sextant.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Where the exchange's keys and the database's logins can be read. */
class SecretsTest {

    private final SynthesizedDesk desk = SynthesizedDesk.LIVE;

    @Test
    void onlyThePlacerAndTheReconcilerAreGivenExchangeKeysEachItsOwn() {
        Map<String, String> given = new TreeMap<>();
        desk.ofType("AWS::Lambda::Function")
                .forEach((_, function) -> function.path("Environment")
                        .path("Variables")
                        .properties()
                        .forEach(variable -> {
                            String value = Cfn.text(variable.getValue());
                            if (value.contains("Exchange")) {
                                given.put(
                                        function.path("FunctionName").asText() + " " + variable.getKey(),
                                        value.replaceAll("[0-9A-F]{16,}", ""));
                            }
                        }));
        assertEquals(
                Map.of(
                        "sextant-live-order-placer SEXTANT_VENUE_API_KEY",
                        "{{resolve:secretsmanager:<ExchangeSecretsOrderPlacer>:SecretString:api_key::}}",
                        "sextant-live-order-placer SEXTANT_VENUE_PRIVATE_KEY",
                        "{{resolve:secretsmanager:<ExchangeSecretsOrderPlacer>:SecretString:private_key::}}",
                        "sextant-live-reconciler SEXTANT_VENUE_API_KEY",
                        "{{resolve:secretsmanager:<ExchangeSecretsReconciler>:SecretString:api_key::}}",
                        "sextant-live-reconciler SEXTANT_VENUE_PRIVATE_KEY",
                        "{{resolve:secretsmanager:<ExchangeSecretsReconciler>:SecretString:private_key::}}"),
                given);
    }

    @Test
    void onlyThePlacerAndTheReconcilerCanOpenWhatTheExchangeKeyLocks() {
        List<String> roles = new ArrayList<>();
        for (Statement statement : Statement.of(desk)) {
            if (statement.allows() && statement.covers("kms:Decrypt", "KeysExchange")) {
                roles.add(statement.role().replaceAll("Role[0-9A-F]{8}$", ""));
            }
        }
        assertEquals(
                List.of("Functionsorderplacer", "Functionsreconciler"),
                roles.stream().sorted().toList());
        desk.ofType("AWS::Lambda::Function").values().stream()
                .filter(function -> function.path("FunctionName").asText().matches(".*(order-placer|reconciler)"))
                .forEach(function ->
                        assertTrue(Cfn.text(function.path("KmsKeyArn")).contains("KeysExchange"), function.toString()));
    }

    @Test
    void nobodyMayReadTheExchangeSecretsThemselves() {
        Statement.of(desk)
                .forEach(statement -> assertTrue(
                        statement.resources().stream().noneMatch(resource -> resource.contains("ExchangeSecrets")),
                        statement.toString()));
    }

    @Test
    void eachPartLogsIntoTheDatabaseAsItselfAndTheRecorderAsTheIngestItBelongsTo() {
        Map<String, List<String>> logins = new TreeMap<>();
        for (Statement statement : Statement.of(desk)) {
            if (statement.actions().contains("secretsmanager:GetSecretValue")) {
                logins.computeIfAbsent(statement.role().replaceAll("[0-9A-F]{8}$", ""), _ -> new ArrayList<>())
                        .addAll(statement.resources().stream()
                                .map(resource -> resource.replaceAll("[0-9A-F]{8,}>$", ">"))
                                .toList());
            }
        }
        assertEquals(
                Map.of(
                        "FunctionssignalscorerRole", List.of("<DatabaseLoginsextantscorer>"),
                        "FunctionsriskcheckRole", List.of("<DatabaseLoginsextantrisk>"),
                        "FunctionsorderplacerRole", List.of("<DatabaseLoginsextantplacer>"),
                        "FunctionsreconcilerRole", List.of("<DatabaseLoginsextantreconciler>"),
                        "FunctionsapiRole", List.of("<DatabaseLoginsextantapi>"),
                        "IngestTaskTaskRole", List.of("<DatabaseLoginsextantingest>"),
                        "RecorderTaskTaskRole", List.of("<DatabaseLoginsextantingest>"),
                        "WebGatewayDoorRole", List.of("<WebGatewayDoorSecret>")),
                logins);
    }

    @Test
    void noSecretsValueStandsInATemplate() {
        desk.ofType("AWS::SecretsManager::Secret")
                .forEach((id, secret) -> assertTrue(secret.path("SecretString").isMissingNode(), id));
    }

    @Test
    void exchangeSecretsAreMadeEmptySoThatNothingTradesBeforeKeysAreThere() {
        Map<String, JsonNode> secrets = desk.ofType("AWS::SecretsManager::Secret");
        assertEquals(
                List.of("sextant-live/exchange/order-placer", "sextant-live/exchange/reconciler"),
                secrets.values().stream()
                        .filter(secret -> secret.path("GenerateSecretString").isMissingNode())
                        .map(secret -> secret.path("Name").asText())
                        .sorted()
                        .toList());
    }

    @Test
    void anotherWordForTheKeysMakesNewVersionsOfThoseWhoHoldThemAndOfNobodyElse() {
        Set<String> before =
                SynthesizedDesk.TESTNET.ofType("AWS::Lambda::Version").keySet();
        Set<String> changed = new TreeSet<>(SynthesizedDesk.with(Map.of("sextant:keysOf", "2026-11-21"))
                .ofType("AWS::Lambda::Version")
                .keySet());
        changed.removeAll(before);
        assertEquals(
                List.of("Functionsorderplacer", "Functionsreconciler"),
                changed.stream()
                        .map(id -> id.replaceAll("FunctionCurrentVersion.*", ""))
                        .toList());
    }

    @Test
    void keysTurnAndAreNotShared() {
        Map<String, JsonNode> keys = desk.ofType("AWS::KMS::Key");
        assertEquals(2, keys.size());
        keys.forEach((id, key) -> assertTrue(key.path("EnableKeyRotation").asBoolean(), id));
    }
}
