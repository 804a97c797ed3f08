package org.onewindow.cases.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.onewindow.cases.model.CaseEvent;
import org.onewindow.cases.model.CaseFile;
import org.onewindow.journal.EventTypes;
import org.onewindow.journal.Packing;
import org.onewindow.kernel.Bug;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How facts and events are written down. The names of event types are fixed for decades; a field is only ever added, and a
 * field that a stored event doesn't have yet reads as null or empty.
 */
public final class CaseJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            // facts only: what a record tells by an is…() of its own follows from them
            .changeDefaultVisibility(visibility -> visibility.withIsGetterVisibility(JsonAutoDetect.Visibility.NONE))
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_EMPTY)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .changeDefaultNullHandling(ignored -> JsonSetter.Value.forValueNulls(Nulls.SET))
            .withConfigOverride(
                    List.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    Map.class, override -> override.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(
                    String.class,
                    override -> override.setInclude(
                            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)))
            .build();

    private static final EventTypes<CaseEvent> EVENTS = new EventTypes<>(MAPPER, types());

    /**
     * The dictionary in use. It is never changed: a better one gets the next number, and this one stays for what was kept with it.
     * Packed, a case's facts take a quarter; they are written whole with each command, and were half of its write-ahead log.
     */
    private static final byte PACKING = 1;

    private static final Packing PACKED = Packing.withDictionary("/cases/facts-1.txt");

    private CaseJson() {}

    private static Map<String, Class<? extends CaseEvent>> types() {
        Map<String, Class<? extends CaseEvent>> types = new LinkedHashMap<>();
        types.put("case.received", CaseEvent.Received.class);
        types.put("case.supplement-requested", CaseEvent.SupplementRequested.class);
        types.put("case.supplemented", CaseEvent.Supplemented.class);
        types.put("case.accepted", CaseEvent.Accepted.class);
        types.put("case.refused", CaseEvent.Refused.class);
        types.put("case.step-completed", CaseEvent.StepCompleted.class);
        types.put("case.suspended", CaseEvent.Suspended.class);
        types.put("case.stated-days-ended", CaseEvent.StatedDaysEnded.class);
        types.put("case.resumed", CaseEvent.Resumed.class);
        types.put("case.extended", CaseEvent.Extended.class);
        types.put("case.parties-told", CaseEvent.PartiesTold.class);
        types.put("case.hearing-announced", CaseEvent.HearingAnnounced.class);
        types.put("case.hearing-recorded", CaseEvent.HearingRecorded.class);
        types.put("case.legally-reviewed", CaseEvent.LegallyReviewed.class);
        types.put("case.forwarded", CaseEvent.Forwarded.class);
        types.put("case.result-recorded", CaseEvent.ResultRecorded.class);
        types.put("case.decided", CaseEvent.Decided.class);
        types.put("case.paid", CaseEvent.Paid.class);
        types.put("case.completed", CaseEvent.Completed.class);
        types.put("case.delivered", CaseEvent.Delivered.class);
        types.put("case.served", CaseEvent.Served.class);
        types.put("case.commitment-checked", CaseEvent.CommitmentChecked.class);
        types.put("case.revoked", CaseEvent.Revoked.class);
        types.put("case.withdrawn", CaseEvent.Withdrawn.class);
        types.put("case.terminated", CaseEvent.Terminated.class);
        types.put("case.handed-over", CaseEvent.HandedOver.class);
        types.put("case.spot-explained", CaseEvent.SpotExplained.class);
        types.put("case.reminded", CaseEvent.Reminded.class);
        types.put("case.corrected", CaseEvent.Corrected.class);
        types.put("case.voided", CaseEvent.Voided.class);
        types.put("case.custody-moved", CaseEvent.CustodyMoved.class);
        types.put("case.calendar-changed", CaseEvent.CalendarChanged.class);
        return types;
    }

    /** The type an event is stored under. */
    public static String type(CaseEvent event) {
        return EVENTS.nameOf(event);
    }

    /** An event's body. */
    public static String write(CaseEvent event) {
        return EVENTS.write(type(event), event);
    }

    /** An event from its type and body. */
    public static CaseEvent read(String type, String body) {
        return EVENTS.read(type, body);
    }

    /** Facts as they are kept: one byte for the dictionary, then the JSON packed with it. */
    static byte[] write(CaseFile file) {
        byte[] packed = PACKED.pack(MAPPER.writeValueAsBytes(file));
        byte[] facts = new byte[packed.length + 1];
        facts[0] = PACKING;
        System.arraycopy(packed, 0, facts, 1, packed.length);
        return facts;
    }

    static CaseFile readFile(byte[] facts) {
        if (facts[0] != PACKING) {
            throw Bug.found("facts kept with packing " + facts[0]);
        }
        return MAPPER.readValue(PACKED.unpack(Arrays.copyOfRange(facts, 1, facts.length)), CaseFile.class);
    }
}
