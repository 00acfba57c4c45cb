import { remembered } from '../../remembered';
import type { SalesLanguage } from './language';

/** Terms are kept in lower case; these are written otherwise in a sentence. */
const spelled: Record<string, string> = Object.fromEntries(
  (
    'AI ML LLM LLMs NLP IoT SaaS PaaS API APIs SDK UX UI HR IT B2B B2C VR AR XR CRM ERP SEO SRE SREs QA R&D DevOps FinOps MLOps DevRel FinTech EdTech MedTech HealthTech PropTech InsurTech GovTech CTO CTOs CIO CIOs ' +
    'CISO CISOs CEO CEOs CFO CFOs CMO CMOs COO COOs CPO CPOs VC VCs SMB SMBs SME SMEs GDPR ESG CSR 5G 3D EV EVs GIS GPU GPUs SQL NoSQL GraphQL PostgreSQL MySQL Kubernetes Docker Linux JavaScript TypeScript Python Java ' +
    'Rust React Vue Angular Swift Kotlin PHP Ruby GitHub WordPress Shopify Salesforce HubSpot WebAssembly Wasm iOS Android BIM PR TV'
  )
    .split(' ')
    .map((term) => [term.toLowerCase(), term]),
);

/** Common terms of organizers, in German sentences. */
const german: Record<string, string> = {
  ai: 'KI',
  architects: 'Architektinnen und Architekten',
  audience: 'Publikum',
  automation: 'Automatisierung',
  building: 'Bauen',
  buyers: 'Einkaufsverantwortliche',
  climate: 'Klima',
  construction: 'Bauwesen',
  consultants: 'Beraterinnen und Berater',
  creatives: 'Kreative',
  data: 'Daten',
  'data science': 'Data Science',
  'decision makers': 'Entscheiderinnen und Entscheider',
  designers: 'Designerinnen und Designer',
  developers: 'Entwicklerinnen und Entwickler',
  education: 'Bildung',
  energy: 'Energie',
  engineers: 'Ingenieurinnen und Ingenieure',
  entrepreneurs: 'Unternehmerinnen und Unternehmer',
  executives: 'Führungskräfte',
  families: 'Familien',
  fashion: 'Mode',
  finance: 'Finanzen',
  food: 'Ernährung',
  founders: 'Gründerinnen und Gründer',
  health: 'Gesundheit',
  healthcare: 'Gesundheitswesen',
  industry: 'Industrie',
  insurance: 'Versicherung',
  investors: 'Investorinnen und Investoren',
  journalists: 'Journalistinnen und Journalisten',
  law: 'Recht',
  learning: 'Lernen',
  leaders: 'Führungskräfte',
  logistics: 'Logistik',
  'machine learning': 'maschinelles Lernen',
  management: 'Management',
  manufacturing: 'Fertigung',
  marketers: 'Marketingverantwortliche',
  mobility: 'Mobilität',
  music: 'Musik',
  operations: 'Betrieb',
  payments: 'Zahlungsverkehr',
  privacy: 'Datenschutz',
  'product managers': 'Produktverantwortliche',
  'product management': 'Produktmanagement',
  production: 'Produktion',
  publishing: 'Verlagswesen',
  recruiters: 'Recruiting-Verantwortliche',
  'renewable energy': 'erneuerbare Energien',
  research: 'Forschung',
  researchers: 'Forschende',
  retail: 'Handel',
  robotics: 'Robotik',
  science: 'Wissenschaft',
  scientists: 'Wissenschaftlerinnen und Wissenschaftler',
  security: 'Sicherheit',
  'software engineering': 'Softwareentwicklung',
  sports: 'Sport',
  students: 'Studierende',
  sustainability: 'Nachhaltigkeit',
  teachers: 'Lehrkräfte',
  teams: 'Teams',
  technology: 'Technologie',
  testing: 'Testen',
  tourism: 'Tourismus',
  travel: 'Reisen',
};

/** A term as it stands within a sentence. Pure. */
export const spelledTerm = remembered((language: SalesLanguage, term: string): string => {
  const known = language === 'de' ? german[term] : undefined;
  if (known) return known;
  const words = term.split(' ').map((word) => spelled[word] ?? word);
  const text = words.join(' ');
  // German writes its nouns with a capital, and terms are nouns.
  return language === 'de' ? text.replace(/^\p{Ll}/u, (first) => first.toUpperCase()) : text;
}, 2000);
