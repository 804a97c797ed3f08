package org.onewindow.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.onewindow.testing.TestDatabase;

/** Whose commitment proved false is found among all cases there ever were by an index that only false ones are in (C16). */
class BrokenCommitmentsTest {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final CaseStore store = TestCaseStore.over(database);

    /** Case n is applicant n modulo 1,000's; the commitments of the first three applicants' first cases were false. */
    private void twentyThousandCases() {
        database.jdbc().sql("""
                        insert into cases.case_file (centre, id, number, version, state, open, item_code, item_version,
                            department, at_window, holder, applicant, received_at, due_at, edition, facts, commitment_broken)
                        select 1, n, n::text, 1, 'DELIVERED', false, 'SF0121005', 1, 'BM21', 'F01', 'clerk.f01', n % 1000,
                            now(), 'infinity', 1, ''::bytea, n < 3
                        from generate_series(0, 19999) n""").update();
        database.ownerJdbc().sql("analyze cases.case_file").update();
    }

    @Test
    void C16_a_false_commitment_is_found_by_its_applicant_and_nobody_elses() {
        twentyThousandCases();

        assertThat(store.anyBrokeCommitment(List.of(2L))).isTrue();
        assertThat(store.anyBrokeCommitment(List.of(900L, 2L)))
                .as("under another spelling of the name")
                .isTrue();
        assertThat(store.anyBrokeCommitment(List.of(900L, 901L))).isFalse();
        assertThat(store.anyBrokeCommitment(List.of())).isFalse();
    }

    @Test
    void C16_the_look_up_reads_the_index_of_false_commitments_and_not_the_applicants_cases() {
        twentyThousandCases();

        String plan = database.jdbc()
                .sql("explain select from cases.case_file where applicant = any (array[2, 900]) and commitment_broken")
                .query(String.class)
                .list()
                .toString();

        assertThat(plan).contains("case_of_broken_commitment").doesNotContain("Seq Scan");
    }

    @Test
    void C16_an_ordinary_change_writes_the_flag_again_and_still_touches_no_index() {
        twentyThousandCases();

        Long changedOnItsPage = database.transactions().execute(_ -> {
            database.jdbc()
                    .sql(
                            "update cases.case_file set version = 2, commitment_broken = false where centre = 1 and id = 19999")
                    .update();
            return database.jdbc()
                    .sql("select pg_stat_get_xact_tuples_hot_updated('cases.case_file'::regclass)")
                    .query(Long.class)
                    .single();
        });

        assertThat(changedOnItsPage).isEqualTo(1);
    }
}
