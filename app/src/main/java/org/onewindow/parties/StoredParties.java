package org.onewindow.parties;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onewindow.kernel.Actor;
import org.onewindow.kernel.Bug;
import org.onewindow.kernel.CentreTime;
import org.onewindow.kernel.NotFound;
import org.onewindow.parties.model.Masking;
import org.onewindow.parties.store.PartyStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Parties in the database, sealed. */
@Service
@EnableConfigurationProperties(KeySettings.class)
class StoredParties implements Parties {

    private static final String ERASED = "*";
    private static final int TRIES = 5;

    private final PartyStore store;
    private final PartyCipher cipher;
    private final CentreTime time;

    StoredParties(PartyStore store, KeySettings settings, CentreTime time) {
        this.store = store;
        this.time = time;
        MasterKey master = MasterKey.open(settings.folder(), store.fingerprint());
        store.noteFingerprint(master.fingerprint());
        if (!Arrays.equals(master.fingerprint(), store.fingerprint())) {
            throw Bug.found("two nodes made a master key each for a new database; keep one key file and start again");
        }
        this.cipher = new PartyCipher(master);
    }

    @Override
    @Transactional
    public long keep(PartyDetails details) {
        PartyStore.NewRow row = newRow(details);
        if (details.kind() == PartyDetails.Kind.RECIPIENT) {
            store.insert(row);
            return row.id();
        }
        for (int tries = 0; tries < TRIES; tries++) {
            Optional<PartyStore.Kept> kept = store.keep(row);
            if (kept.isPresent()) {
                SealedParty party = kept.get().row();
                return kept.get().made() ? party.id() : withPhone(party, details.phone());
            }
        }
        throw Bug.found("a party is neither there nor can be made");
    }

    private long withPhone(SealedParty seen, @Nullable String phone) {
        if (isAnother(phone, seen)) {
            changePhone(seen.id(), Objects.requireNonNull(phone));
        }
        return seen.id();
    }

    private boolean isAnother(@Nullable String phone, SealedParty seen) {
        return phone != null && !phone.equals(open(seen).phone());
    }

    private PartyStore.NewRow newRow(PartyDetails details) {
        byte[] wrapped = cipher.newKey();
        boolean looked = details.kind() != PartyDetails.Kind.RECIPIENT;
        return new PartyStore.NewRow(
                store.nextId(),
                details.kind().name(),
                looked ? idDigest(details.idNumber()) : null,
                looked ? nameDigest(details.name()) : null,
                wrapped,
                cipher.seal(wrapped, details),
                time.now());
    }

    @Override
    public List<PreparedParty> prepare(List<PartyDetails> details) {
        // somebody named twice may have given a phone only once
        Map<Identity, PartyDetails> people = new HashMap<>();
        for (PartyDetails one : details) {
            people.merge(Identity.of(one), one, (first, again) -> again.phone() == null ? first : again);
        }
        Map<Identity, PreparedParty> prepared = new HashMap<>();
        return details.stream()
                .map(one -> one.kind() == PartyDetails.Kind.RECIPIENT
                        ? unknown(one, List.of())
                        : prepared.computeIfAbsent(
                                Identity.of(one), who -> prepare(Objects.requireNonNull(people.get(who)))))
                .toList();
    }

    private record Identity(PartyDetails.Kind kind, String idNumber, String name) {

        static Identity of(PartyDetails details) {
            return new Identity(details.kind(), IdNumbers.folded(details.idNumber()), details.name());
        }
    }

    private PreparedParty prepare(PartyDetails details) {
        List<PartyStore.Namesake> ofNumber =
                store.find(details.kind().name(), idDigest(details.idNumber()), nameDigest(details.name()));
        List<Long> earlier = ofNumber.stream().map(found -> found.row().id()).toList();
        return ofNumber.stream()
                .filter(PartyStore.Namesake::sameName)
                .findFirst()
                .map(seen -> known(seen.row(), details.phone(), earlier))
                .orElseGet(() -> unknown(details, earlier));
    }

    private PreparedParty known(SealedParty seen, @Nullable String phone, List<Long> earlier) {
        if (!isAnother(phone, seen)) {
            return new PreparedParty(seen, earlier, List.of());
        }
        SealedParty changed = withPhone(seen, open(seen), Objects.requireNonNull(phone));
        return new PreparedParty(changed, earlier, List.of(PartyStore.resealing(seen, changed)));
    }

    private PreparedParty unknown(PartyDetails details, List<Long> earlier) {
        PartyStore.NewRow row = newRow(details);
        return new PreparedParty(
                new SealedParty(row.id(), row.idDigest(), row.wrapped(), row.sealed()),
                earlier,
                PartyStore.insertions(row));
    }

    private SealedParty withPhone(SealedParty seen, PartyDetails old, String phone) {
        PartyDetails changed = new PartyDetails(old.kind(), old.name(), old.idNumber(), phone);
        byte[] sealed = cipher.seal(Objects.requireNonNull(seen.wrapped()), changed);
        return new SealedParty(seen.id(), seen.idDigest(), seen.wrapped(), sealed);
    }

    @Override
    public List<Long> withIdNumber(String idNumber) {
        return store.withIdDigest(idDigest(idNumber));
    }

    @Override
    public PartyDetails details(long id) {
        return store.find(id)
                .filter(row -> row.sealed() != null)
                .map(this::open)
                .orElseThrow(() -> new NotFound("party"));
    }

    @Override
    @Transactional
    public PartyDetails unmask(long id, Actor by, String why) {
        PartyDetails details = details(id);
        store.recordUnmasking(id, by.userName(), why, time.now());
        return details;
    }

    @Override
    public Map<Long, MaskedParty> masked(Collection<Long> ids) {
        return switch (ids.size()) {
            case 0 -> Map.of();
            case 1 -> masked(store.find(ids.iterator().next()).stream());
            default -> masked(store.find(ids).stream());
        };
    }

    private Map<Long, MaskedParty> masked(Stream<SealedParty> rows) {
        return rows.map(this::masked).collect(toMap(MaskedParty::id, Function.identity()));
    }

    @Override
    public MaskedParty masked(SealedParty row) {
        if (row.sealed() == null) {
            return new MaskedParty(row.id(), PartyDetails.Kind.PERSON, ERASED, ERASED, null);
        }
        PartyDetails details = open(row);
        String phone = details.phone();
        boolean open = details.kind() == PartyDetails.Kind.ORGANISATION;
        return new MaskedParty(
                row.id(),
                details.kind(),
                open ? details.name() : Masking.name(details.name()),
                open ? details.idNumber() : Masking.number(details.idNumber()),
                phone == null ? null : Masking.phone(phone));
    }

    @Override
    @Transactional
    public void changePhone(long id, String phone) {
        SealedParty row = store.lock(id).orElseThrow(() -> new NotFound("party"));
        store.reseal(withPhone(row, open(row), phone));
    }

    @Override
    @Transactional
    public void erase(long id) {
        store.erase(id, time.now());
    }

    @Override
    public String identity(String idNumber) {
        return HexFormat.of().formatHex(idDigest(idNumber));
    }

    @Override
    public boolean is(SealedParty party, String identity) {
        return Arrays.equals(party.idDigest(), HexFormat.of().parseHex(identity));
    }

    @Override
    public boolean anyIs(Collection<Long> ids, String identity) {
        return store.anyHas(ids, HexFormat.of().parseHex(identity));
    }

    @Override
    public byte[] keyedDigest(String purpose, String text) {
        return cipher.digestFor(purpose, text);
    }

    @Override
    public byte[] seal(String purpose, byte[] plain) {
        return cipher.sealFor(purpose, plain);
    }

    @Override
    public byte[] open(String purpose, byte[] sealed) {
        return cipher.openFor(purpose, sealed);
    }

    private byte[] idDigest(String idNumber) {
        return cipher.digest("id-number", IdNumbers.folded(idNumber));
    }

    private byte[] nameDigest(String name) {
        return cipher.digest("name", name);
    }

    private PartyDetails open(SealedParty row) {
        if (row.wrapped() == null || row.sealed() == null) {
            throw Bug.found("party " + row.id() + " is opened without its key");
        }
        return cipher.open(row.wrapped(), row.sealed());
    }
}
