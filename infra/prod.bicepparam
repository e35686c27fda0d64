// The installation for everybody: az deployment group create -g <group> -f infra/main.bicep -p infra/prod.bicepparam
using './main.bicep'

param name = readEnvironmentVariable('RESOURCE_NAME', 'lotse')
param image = readEnvironmentVariable('IMAGE')
param registryName = readEnvironmentVariable('REGISTRY_NAME', '')
param botDisplayName = 'Lotse'
param botSku = 'S1'
param minReplicas = 2
param maxReplicas = 5
param logDays = 90
param backupTier = 'Continuous30Days'
param publicationUrl = readEnvironmentVariable('PUBLICATION_URL', '')
param jobsToken = readEnvironmentVariable('JOBS_TOKEN', '')
param openAiKey = readEnvironmentVariable('OPENAI_API_KEY', '')
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
