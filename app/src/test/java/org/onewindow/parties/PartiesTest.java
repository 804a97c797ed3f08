package org.onewindow.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onewindow.journal.RowWrite;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.BadSetting;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotFound;
import org.onewindow.parties.PartyDetails.Kind;
import org.onewindow.parties.store.PartyStore;
import org.onewindow.testing.TestDatabase;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

/** Who applies, on a real database (V3). */
class PartiesTest {

    private static final String ZHANG = "510921199003071237";
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final CentreTime TIME = new CentreTime(Clock.fixed(NOW, ZoneOffset.UTC), ZoneId.of("Asia/Shanghai"));

    @TempDir
    static @Nullable Path folder;

    private static @Nullable TestDatabase database;

    @BeforeAll
    static void open() {
        database = TestDatabase.fresh();
    }

    @AfterAll
    static void close() {
        database().close();
    }

    private static TestDatabase database() {
        if (database == null) {
            throw new IllegalStateException("not open");
        }
        return database;
    }

    private static Path folder() {
        if (folder == null) {
            throw new IllegalStateException("no folder");
        }
        return folder;
    }

    private static Parties aRegister() {
        return aRegister(folder().resolve("keys"));
    }

    private static Parties aRegister(Path keys) {
        return new StoredParties(new PartyStore(database().jdbc()), new KeySettings(keys), TIME);
    }

    private static PartyDetails aPerson(String name, String idNumber, @Nullable String phone) {
        return new PartyDetails(Kind.PERSON, name, idNumber, phone);
    }

    @Test
    void V3_a_person_is_kept_once_and_found_by_number_also_with_a_small_x() {
        Parties parties = aRegister();

        long first = parties.keep(aPerson("李一", "11010519491231002X", null));
        long again = parties.keep(aPerson("李一", "11010519491231002x", "13800000001"));

        assertThat(again).isEqualTo(first);
        assertThat(parties.withIdNumber("11010519491231002x")).containsExactly(first);
        assertThat(parties.withIdNumber("440524188001010014")).isEmpty();
        assertThat(parties.details(first).phone()).isEqualTo("13800000001");
    }

    @Test
    void another_name_under_the_same_number_leaves_the_first_one_alone() {
        Parties parties = aRegister();

        long one = parties.keep(aPerson("王五", "411323198511120042", null));
        long other = parties.keep(aPerson("王伍", "411323198511120042", null));

        assertThat(other).isNotEqualTo(one);
        assertThat(parties.details(one).name()).isEqualTo("王五");
        assertThat(parties.withIdNumber("411323198511120042")).containsExactly(one, other);
    }

    @Test
    void V3_a_prepared_party_has_its_number_at_once_and_is_kept_with_its_owners_write() {
        Parties parties = aRegister();
        PartyDetails zhou = aPerson("周八", "110105194912310046", "13800000008");

        PreparedParty prepared = parties.prepare(List.of(zhou)).getFirst();

        assertThat(prepared.earlier()).isEmpty();
        assertThat(parties.masked(prepared.party()).name()).isEqualTo("周*");
        assertThat(parties.withIdNumber(zhou.idNumber())).isEmpty();

        write(prepared.rows());
        assertThat(parties.withIdNumber(zhou.idNumber())).containsExactly(prepared.id());
        assertThat(parties.details(prepared.id())).isEqualTo(zhou);
        PreparedParty again = parties.prepare(List.of(zhou)).getFirst();
        assertThat(again.earlier()).containsExactly(prepared.id());
        assertThat(again.id()).isEqualTo(prepared.id());
        assertThat(again.rows()).isEmpty();
        assertThat(parties.keep(zhou)).isEqualTo(prepared.id());
    }

    @Test
    void V3_a_known_party_is_prepared_with_its_new_phone_and_a_later_change_is_not_undone() {
        Parties parties = aRegister();
        long id = parties.keep(aPerson("吴九", "110105194912310062", "13800000009"));

        List<RowWrite> first = parties.prepare(List.of(aPerson("吴九", "110105194912310062", "13800000010")))
                .getFirst()
                .rows();
        parties.changePhone(id, "13800000011");
        write(first);
        assertThat(parties.details(id).phone()).isEqualTo("13800000011");

        write(parties.prepare(List.of(aPerson("吴九", "110105194912310062", "13800000012")))
                .getFirst()
                .rows());
        assertThat(parties.details(id).phone()).isEqualTo("13800000012");
    }

    @Test
    void the_same_person_twice_in_one_application_is_prepared_once_and_each_recipient_anew() {
        Parties parties = aRegister();
        PartyDetails zheng = aPerson("郑十", "110105194912310089", null);
        PartyDetails recipient = new PartyDetails(Kind.RECIPIENT, "郑十", "", null);

        List<PreparedParty> prepared = parties.prepare(List.of(zheng, zheng, recipient, recipient));

        assertThat(prepared.get(1)).isSameAs(prepared.get(0));
        assertThat(prepared.stream().map(PreparedParty::id).distinct()).hasSize(3);
    }

    @Test
    void V3_whoever_is_named_twice_in_one_application_keeps_the_phone_given_with_either() {
        Parties parties = aRegister();
        PartyDetails withoutPhone = aPerson("王五", "110105194912310169", null);
        PartyDetails withPhone = aPerson("王五", "110105194912310169", "13800000013");

        List<PreparedParty> prepared = parties.prepare(List.of(withoutPhone, withPhone, withoutPhone));

        write(prepared.getFirst().rows());
        assertThat(prepared.stream().map(PreparedParty::id))
                .containsOnly(prepared.getFirst().id());
        assertThat(parties.details(prepared.getFirst().id()).phone()).isEqualTo("13800000013");

        PartyDetails another = aPerson("王五", "110105194912310169", "13800000014");
        write(parties.prepare(List.of(withPhone, another)).getFirst().rows());
        assertThat(parties.details(prepared.getFirst().id()).phone()).isEqualTo("13800000014");
    }

    @Test
    void C13_the_second_of_two_that_prepare_the_same_new_person_is_told_and_then_knows_them() {
        Parties parties = aRegister();
        PartyDetails qian = aPerson("钱二", "110105194912310100", null);
        PreparedParty one = parties.prepare(List.of(qian)).getFirst();
        PreparedParty twin = parties.prepare(List.of(qian)).getFirst();

        write(one.rows());

        assertThatThrownBy(() -> write(twin.rows())).isInstanceOf(DuplicateKeyException.class);
        assertThat(parties.prepare(List.of(qian)).getFirst().id()).isEqualTo(one.id());
    }

    private static void write(List<RowWrite> rows) {
        rows.forEach(
                row -> database().jdbc().sql(row.sql()).params(row.parameters()).update());
    }

    @Test
    void an_absent_phone_does_not_wipe_the_known_one() {
        Parties parties = aRegister();
        long id = parties.keep(aPerson("孙七", "450222200002290152", "13800000007"));

        parties.keep(aPerson("孙七", "450222200002290152", null));

        assertThat(parties.details(id).phone()).isEqualTo("13800000007");
    }

    @Test
    void a_recipient_is_always_kept_anew_and_never_found() {
        Parties parties = aRegister();
        PartyDetails recipient = new PartyDetails(Kind.RECIPIENT, "周八", "E12345678", null);

        assertThat(parties.keep(recipient)).isNotEqualTo(parties.keep(recipient));
        assertThat(parties.withIdNumber("E12345678")).isEmpty();
    }

    @Test
    void V3_shown_by_default_is_masked_and_organisations_are_public() {
        Parties parties = aRegister();
        long person = parties.keep(aPerson("𠮷野", "532923197001018810", "13812345678"));
        long organisation = parties.keep(new PartyDetails(Kind.ORGANISATION, "蓬溪县测试有限公司", "11510921MA61BCD04A", null));

        Map<Long, MaskedParty> shown = parties.masked(List.of(person, organisation, 4711L));

        assertThat(shown)
                .containsOnly(
                        Map.entry(
                                person,
                                new MaskedParty(person, Kind.PERSON, "𠮷*", "53**************10", "138****5678")),
                        Map.entry(
                                organisation,
                                new MaskedParty(
                                        organisation, Kind.ORGANISATION, "蓬溪县测试有限公司", "11510921MA61BCD04A", null)));
        assertThat(parties.masked(List.of())).isEmpty();
    }

    @Test
    void a_party_read_beside_something_else_shows_the_same_and_is_recognised_until_it_is_erased() {
        Parties parties = aRegister();
        long id = parties.keep(aPerson("郑十", "130629197603080011", "13800000010"));
        String identity = parties.identity("130629197603080011");

        assertThat(parties.masked(sealed(id)))
                .isEqualTo(parties.masked(List.of(id)).get(id));
        assertThat(parties.is(sealed(id), identity)).isTrue();
        assertThat(parties.is(sealed(id), parties.identity("440524188001010014")))
                .isFalse();

        parties.erase(id);

        assertThat(parties.masked(sealed(id)).name()).isEqualTo("*");
        assertThat(parties.is(sealed(id), identity)).isFalse();
    }

    private static SealedParty sealed(long id) {
        return database()
                .jdbc()
                .sql("select id, id_digest, wrapped, sealed from parties.sealed_party where id = ?")
                .param(id)
                .query((row, number) ->
                        new SealedParty(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBytes(4)))
                .single();
    }

    @Test
    void V3_no_personal_data_lies_readable_in_the_database() {
        Parties parties = aRegister();
        parties.keep(aPerson("郑十一娘", "450108199912316608", "13899998888"));

        String everything = String.join(
                "\n",
                database()
                        .ownerJdbc()
                        .sql("select encode(convert_to(p::text, 'UTF8'), 'escape') || encode(sealed, 'escape')"
                                + " || convert_from(convert_to(encode(sealed, 'hex'), 'UTF8'), 'UTF8')"
                                + " from parties.party p where sealed is not null")
                        .query(String.class)
                        .list());

        assertThat(everything)
                .isNotBlank()
                .doesNotContain("郑十一娘", "450108199912316608", "13899998888")
                .doesNotContain(hex("郑十一娘"), hex("450108199912316608"), hex("13899998888"));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void V3_every_unmasking_is_recorded_and_the_record_cannot_be_changed() {
        Parties parties = aRegister();
        long id = parties.keep(aPerson("钱二", "440524188001010014", null));

        assertThat(parties.unmask(id, Actor.SYSTEM, "case 990101-20261123-00000017-5")
                        .name())
                .isEqualTo("钱二");

        assertThat(database()
                        .jdbc()
                        .sql("select actor || ' ' || why || ' ' || (at = '2026-11-23 01:00Z') from parties.unmasking"
                                + " where party = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("system case 990101-20261123-00000017-5 true");
        assertThatThrownBy(() ->
                        database().jdbc().sql("delete from parties.unmasking").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void V3_erasing_destroys_the_key_and_leaves_no_trace_of_who_it_was() {
        Parties parties = aRegister();
        PartyDetails details = aPerson("赵无", "510921199003071237", "13800000000");
        long id = parties.keep(details);

        parties.erase(id);
        parties.erase(id);

        assertThat(parties.masked(List.of(id)).get(id)).isEqualTo(new MaskedParty(id, Kind.PERSON, "*", "*", null));
        assertThat(parties.withIdNumber("510921199003071237")).isEmpty();
        assertThatThrownBy(() -> parties.details(id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> parties.changePhone(id, "13800000001")).isInstanceOf(NotFound.class);
        assertThat(parties.keep(details)).isNotEqualTo(id);
    }

    @Test
    void a_party_never_seen_is_not_found() {
        assertThatThrownBy(() -> aRegister().details(4711)).isInstanceOf(NotFound.class);
    }

    @Test
    void C13_two_windows_keeping_the_same_new_person_at_once_keep_one() throws Exception {
        Parties parties = aRegister();
        try (ExecutorService windows = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 20; round++) {
                PartyDetails person = aPerson("冯" + round, "411323198511120042", null);
                CountDownLatch start = new CountDownLatch(1);
                List<Future<Long>> kept = new ArrayList<>();
                for (int window = 0; window < 8; window++) {
                    kept.add(windows.submit(() -> {
                        start.await();
                        return parties.keep(person);
                    }));
                }
                start.countDown();
                Set<Long> ids = new java.util.HashSet<>();
                for (Future<Long> each : kept) {
                    ids.add(each.get());
                }
                assertThat(ids).hasSize(1);
            }
        }
    }

    @Test
    void what_a_transaction_that_fails_had_kept_is_gone() {
        Parties parties = aRegister();

        assertThatThrownBy(() -> database().transactions().executeWithoutResult(status -> {
                    parties.keep(aPerson("陈九", "53292319700101881X", null));
                    throw new IllegalStateException("the case could not be written");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(parties.withIdNumber("53292319700101881X")).isEmpty();
    }

    @Test
    void keyed_digests_differ_by_purpose_and_stay_the_same_over_a_restart() {
        byte[] digest = aRegister().keyedDigest("query-code", "a");

        assertThat(aRegister().keyedDigest("query-code", "a")).isEqualTo(digest).hasSize(32);
        assertThat(aRegister().keyedDigest("query-code", "b")).isNotEqualTo(digest);
        assertThat(aRegister().keyedDigest("other", "a")).isNotEqualTo(digest);
    }

    @Test
    void the_master_key_is_for_the_program_alone() throws IOException {
        aRegister();
        Path key = folder().resolve("keys").resolve(MasterKey.FILE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(key)).matches("[0-9a-f]{64}\n");
    }

    @Test
    void a_missing_another_or_an_open_key_file_is_refused_with_a_sentence() throws IOException {
        aRegister();
        assertThatThrownBy(() -> aRegister(folder().resolve("empty")))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("is missing");

        Path other = folder().resolve("other");
        MasterKey.open(other, null);
        assertThatThrownBy(() -> aRegister(other))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("is not the one this database is sealed with");

        Files.setPosixFilePermissions(other.resolve(MasterKey.FILE), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> MasterKey.open(other, null))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("chmod 600");

        Path broken = folder().resolve("broken");
        MasterKey.open(broken, null);
        Files.writeString(broken.resolve(MasterKey.FILE), "abc");
        assertThatThrownBy(() -> MasterKey.open(broken, null))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("64 hexadecimal digits");
    }

    @Test
    void sealed_data_that_was_changed_is_noticed() {
        PartyCipher cipher = new PartyCipher(MasterKey.of(new byte[32]));
        byte[] key = cipher.newKey();
        byte[] sealed = cipher.seal(key, aPerson("张三", ZHANG, null));
        assertThat(cipher.open(key, sealed)).isEqualTo(aPerson("张三", ZHANG, null));

        sealed[20] ^= 1;

        assertThatThrownBy(() -> cipher.open(key, sealed)).hasMessageStartingWith("BUG:");
        assertThatThrownBy(() -> cipher.open(cipher.newKey(), sealed)).hasMessageStartingWith("BUG:");
    }

    @Test
    void details_never_show_in_a_log() {
        assertThat(aPerson("张三", ZHANG, "13800000000").toString()).isEqualTo("PartyDetails[PERSON]");
    }
}
