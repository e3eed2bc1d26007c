import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/** Validates many files against many flavours in one run: one line per result, one more per broken rule. */
public class Vera {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        LogManager.getLogManager().reset();
        List<PDFAFlavour> flavours = new ArrayList<>();
        for (String name : arguments[0].split(",")) {
            flavours.add(PDFAFlavour.fromString(name));
        }
        for (int i = 1; i < arguments.length; i++) {
            validate(arguments[i], flavours);
        }
    }

    /** All flavours in one walk through the file, which takes less time than one walk for each. */
    private static void validate(String path, List<PDFAFlavour> flavours) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavours.get(0))) {
            PDFAValidator validator = ValidatorFactory.createValidator(flavours, false, 20, 20, false, false);
            for (ValidationResult result : validator.validateAll(parser)) {
                tell(path, result);
            }
        } catch (Throwable error) {
            for (PDFAFlavour flavour : flavours) {
                System.out.println("ERROR\t" + flavour.getId() + "\t0\t" + path);
                System.out.println("RULE\terror\t" + error);
            }
        }
    }

    private static void tell(String path, ValidationResult result) {
        String verdict = result.isCompliant() ? "PASS" : "FAIL";
        String name = result.getPDFAFlavour().getId();
        System.out.println(verdict + "\t" + name + "\t" + result.getTotalAssertions() + "\t" + path);
        Map<String, String> broken = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                String place = assertion.getLocation().getContext();
                broken.putIfAbsent(rule, assertion.getMessage().replaceAll("\\s+", " ") + " @ " + place);
            }
        }
        broken.forEach((rule, message) -> System.out.println("RULE\t" + rule + "\t" + message));
    }
}
