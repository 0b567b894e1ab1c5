package dev.sextant.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sextant.domain.audit.AuditChain;
import dev.sextant.local.web.Story;
import dev.sextant.local.web.TestDesk;
import dev.sextant.platform.sql.Sql;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of a desk, changed behind its back in every way, and read over its API. */
class AuditCheckTest {

    private static final int ROWS = 1_203;
    private static final long DAY_MS = 86_400_000;
    private static final long T0 = 1_723_161_300_000L;

    private final TestDesk desk = new TestDesk();

    @TempDir
    Path folder;

    private DeskAudit audit;

    @BeforeEach
    void aLogOfSomePagesWhoseFirstDayIsAnchored() throws IOException {
        Files.writeString(folder.resolve(RunningDesk.ADDRESS_FILE), desk.address());
        audit = new DeskAudit(new RunningDesk(folder));
        append(1_000);
        anchor(0, "{\"broken\": {}, \"anchored\": 1}");
        append(ROWS - 1_000);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theLogHoldsAndTheDatabaseSaysSoToo() {
        assertEquals(List.of("the audit log holds: 1203 rows, each as it was written"), verified(null));
        anchor(1, "{\"broken\": {}, \"anchored\": 1}");
    }

    @Test
    void eachAccountOfTheDeskHasALogAndEachIsLookedAt() {
        Story story = new Story(desk.sql);
        story.deskIsUp();
        story.triangles();
        desk.sql.update(Sql.of("select ops.append_audit('paper-main-kraken', now(), 'Zoë', 'noted', 'x', 'y')"));
        assertEquals(
                List.of(
                        "paper-main: the audit log holds: 1203 rows, each as it was written",
                        "paper-main-kraken: the audit log holds: 1 rows, each as it was written"),
                AuditCheck.lines(everyLog()));
        desk.sql.update(Sql.of("update ops.audit set detail = 'z' where account = 'paper-main-kraken'"));
        assertEquals(
                List.of(
                        "paper-main: the audit log holds: 1203 rows, each as it was written",
                        "paper-main-kraken: the audit log was CHANGED: 1 faults in 1 rows",
                        "  row 1 is not what was written"),
                AuditCheck.lines(everyLog()));
        assertEquals(
                "{\"holds\":false,\"rows\":1204,\"found\":1,\"faults\":[{\"log\":\"paper-main-kraken\",\"seq\":1,"
                        + "\"told\":\"row 1 is not what was written\"}]}",
                AuditCheck.json(everyLog()).toString());
    }

    private Map<String, AuditChain> everyLog() {
        Map<String, AuditChain> chains = new LinkedHashMap<>();
        DeskAudit.all(new RunningDesk(folder))
                .forEach(each -> chains.put(String.valueOf(each.account()), AuditCheck.of(each, null)));
        return chains;
    }

    @Test
    void anEditedRowIsFound() {
        desk.sql.update(Sql.of("update ops.audit set detail = detail || ' ' where seq = 1101"));
        assertEquals(
                List.of("the audit log was CHANGED: 1 faults in 1203 rows", "  row 1101 is not what was written"),
                verified(null));
        anchor(1, "{\"broken\": {\"paper-main\": \"row 1101 is not what was written\"}, \"anchored\": 0}");
    }

    @Test
    void aTimeMovedByAMicrosecondIsFound() {
        desk.sql.update(Sql.of("update ops.audit set at = at + interval '1 microsecond' where seq = 7"));
        assertEquals("  row 7 is not what was written", verified(null).getLast());
    }

    @Test
    void removedRowsAreFound() {
        desk.sql.update(Sql.of("delete from ops.audit where seq between 1100 and 1102"));
        assertEquals("  rows 1100 to 1102 are missing", verified(null).getLast());
        anchor(1, "{\"broken\": {\"paper-main\": \"rows 1100 to 1102 are missing\"}, \"anchored\": 0}");
    }

    @Test
    void aTailCutOffIsFoundByTheHeadAndByItsAnchorWhenTheHeadWasCutToo() {
        desk.sql.update(Sql.of("delete from ops.audit where seq > 900"));
        assertEquals(
                List.of(
                        "  row 1000 is missing, which the anchor of 2024-08-08 has",
                        "  row 1203 is missing, which the head of" + " the log has"),
                verified(null).subList(1, 3));
        desk.sql.update(Sql.of("""
                update ops.audit_heads h set (seq, hash) = (select seq, hash from ops.audit a where a.seq = 900)"""));
        assertEquals(
                "  row 1000 is missing, which the anchor of 2024-08-08 has",
                verified(null).getLast());
        anchor(
                1,
                "{\"broken\": {\"paper-main\": \"row 1000 is not the one that was anchored on 2024-08-08\"}, \"anchored\": 0}");
    }

    @Test
    void rowsThatChangedPlacesAreFound() {
        desk.sql.update(Sql.of("update ops.audit set seq = -1 where seq = 1101"));
        desk.sql.update(Sql.of("update ops.audit set seq = 1101 where seq = 1102"));
        desk.sql.update(Sql.of("update ops.audit set seq = 1102 where seq = -1"));
        assertTrue(
                verified(null).contains("  row 1101 is not what was written"),
                () -> verified(null).toString());
    }

    @Test
    void aLogRewrittenToItsEndWithHeadAndAnchorsIsFoundByAnEarlierExport() throws IOException {
        Path export = folder.resolve("tuesday.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(export)) {
            assertEquals(ROWS, audit.lines(out));
        }
        assertEquals(1, verified(export).size());
        desk.sql.update(Sql.of("update ops.audit set detail = 'never happened' where seq = 1190"));
        desk.sql.update(Sql.of("""
                do $$ declare a ops.audit; last text; begin
                    select hash into last from ops.audit where seq = 1189;
                    for a in select * from ops.audit where seq >= 1190 order by seq loop
                        update ops.audit set prev_hash = last, hash = ops.audit_hash(last, account, seq, at, actor, action, subject, detail)
                        where seq = a.seq returning hash into last;
                    end loop;
                    update ops.audit_heads set hash = last;
                end $$"""));
        assertEquals(1, verified(null).size(), "whole in itself");
        assertEquals(
                "the audit log was CHANGED: 14 faults in 1203 rows",
                verified(export).getFirst());
        assertEquals("  row 1190 is not as tuesday.jsonl says", verified(export).get(1));
    }

    @Test
    void everyByteOfAnExportMatters() throws IOException {
        Path export = folder.resolve("log.jsonl");
        try (BufferedWriter out = Files.newBufferedWriter(export)) {
            audit.lines(out);
        }
        byte[] whole = Files.readString(export)
                .lines()
                .limit(40)
                .reduce("", (a, b) -> a + b + "\n")
                .getBytes(StandardCharsets.UTF_8);
        Files.write(export, whole);
        assertEquals(List.of("the audit log holds: 40 rows, each as it was written"), lines(new FileAudit(export)));
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] edited = whole.clone();
            int at = random.nextInt(edited.length);
            edited[at] = (byte) (edited[at] == 'a' ? 'b' : 'a');
            Files.write(export, edited);
            assertTrue(isRefused(new FileAudit(export)), () -> "byte " + at);
        }
    }

    private static boolean isRefused(FileAudit file) {
        try {
            return !lines(file).getFirst().startsWith("the audit log holds: 40 rows");
        } catch (UserError e) {
            return true;
        }
    }

    @Test
    void aFileThatIsNoExportIsRefusedByLine() throws IOException {
        Path file = folder.resolve("x.jsonl");
        Files.writeString(file, "{\"account\":\"a\",\"seq\":\"1\"}\n");
        assertEquals(file + ", line 1 has no whole number at_us", refusal(file));
        Files.writeString(file, "seq\n");
        assertEquals(file + ", line 1 is not JSON", refusal(file));
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertEquals(file + " is not text", refusal(file));
        assertEquals("there is no file " + folder.resolve("y"), refusal(folder.resolve("y")));
    }

    private static String refusal(Path file) {
        return String.valueOf(
                assertThrows(UserError.class, () -> lines(new FileAudit(file))).getMessage());
    }

    private List<String> verified(@Nullable Path against) {
        return AuditCheck.lines(AuditCheck.of(audit, against));
    }

    private static List<String> lines(AuditSource source) {
        return AuditCheck.lines(AuditCheck.of(source, null));
    }

    private void append(int rows) {
        desk.sql.update(Sql.of("""
                        select max(ops.append_audit('paper-main', ops.ts(:now), 'Zoë', 'noted', 'x|' || n, '注文 ' || n))
                        from generate_series(1, :rows) n""").with("now", T0).with("rows", rows));
    }

    private void anchor(int day, String expected) {
        assertEquals(
                expected,
                desk.sql
                        .callOne(Sql.of("select ops.anchor_audit(ops.ts(:now))::text as x")
                                .with("now", T0 + day * DAY_MS))
                        .text("x"));
    }
}
