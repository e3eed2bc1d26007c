import java.io.File;
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
        for (int i = 1; i < arguments.length; i++) {
            for (String flavour : arguments[0].split(",")) {
                validate(arguments[i], flavour);
            }
        }
    }

    private static void validate(String path, String name) {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), flavour)) {
            PDFAValidator validator = ValidatorFactory.createValidator(flavour, false, 20);
            ValidationResult result = validator.validate(parser);
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
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
        } catch (Throwable error) {
            System.out.println("ERROR\t" + name + "\t0\t" + path);
            System.out.println("RULE\terror\t" + error);
        }
    }
}
